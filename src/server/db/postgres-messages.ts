/**
 * Messages of PostgreSQL's extended protocol, version 3 (its documentation, "Message Formats"), written into one buffer
 * so that any number of them is one write to the socket. `pg` would write each by itself.
 */
export class Messages {
  #buffer = Buffer.allocUnsafe(4096);
  #end = 0;

  /** Prepares a statement under a name. The server infers the types of its parameters. */
  parse(name: string, sql: string): void {
    const start = this.#begin('P');
    this.#text(name);
    this.#text(sql);
    this.#int16(0);
    this.#finish(start);
  }

  /** Forgets a prepared statement; it need not be there. */
  close(name: string): void {
    const start = this.#begin('C');
    this.#byte('S');
    this.#text(name);
    this.#finish(start);
  }

  /** Gives a prepared statement its parameters, as texts. */
  bind(name: string, values: readonly (string | null)[]): void {
    const start = this.#begin('B');
    this.#text('');
    this.#text(name);
    this.#int16(0);
    this.#int16(values.length);
    for (const value of values) {
      if (value === null) this.#int32(-1);
      else this.#sized(value);
    }
    this.#int16(0);
    this.#finish(start);
  }

  /** Runs what was bound last, to its end. */
  execute(): void {
    const start = this.#begin('E');
    this.#text('');
    this.#int32(0);
    this.#finish(start);
  }

  /** Ends a series: the server answers with what became of it. */
  sync(): void {
    this.#finish(this.#begin('S'));
  }

  /** All of them, in the order in which they were written. */
  bytes(): Buffer {
    return this.#buffer.subarray(0, this.#end);
  }

  /** @returns where the message's length stands, which is known at its end */
  #begin(type: string): number {
    this.#byte(type);
    this.#int32(0);
    return this.#end - 4;
  }

  #finish(start: number): void {
    this.#buffer.writeInt32BE(this.#end - start, start);
  }

  #byte(letter: string): void {
    this.#room(1);
    this.#end = this.#buffer.writeUInt8(letter.charCodeAt(0), this.#end);
  }

  #int16(number: number): void {
    this.#room(2);
    this.#end = this.#buffer.writeUInt16BE(number, this.#end);
  }

  #int32(number: number): void {
    this.#room(4);
    this.#end = this.#buffer.writeInt32BE(number, this.#end);
  }

  /** A text that ends with a zero byte. */
  #text(text: string): void {
    // A character takes three bytes of UTF-8 for each unit of its text at most.
    this.#room(text.length * 3 + 1);
    this.#end += this.#buffer.write(text, this.#end);
    this.#end = this.#buffer.writeUInt8(0, this.#end);
  }

  /** A text after its length in bytes. */
  #sized(text: string): void {
    this.#room(text.length * 3 + 4);
    const length = this.#buffer.write(text, this.#end + 4);
    this.#buffer.writeInt32BE(length, this.#end);
    this.#end += 4 + length;
  }

  #room(bytes: number): void {
    if (this.#end + bytes <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(2 * this.#buffer.length, this.#end + bytes));
    this.#buffer.copy(larger, 0, 0, this.#end);
    this.#buffer = larger;
  }
}
