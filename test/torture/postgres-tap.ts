import type { Point } from './faults.ts';
import type { Link, Watch } from './tcp-proxy.ts';

/** Something to be done at the `nth` such point of any connection. */
export interface Trap {
  point: Point;
  nth: number;
  /** The statement, or its answer, is held back and goes nowhere. */
  spring(link: Link): void;
}

/**
 * Watches connections to PostgreSQL for the beginnings and ends of transactions, whatever way they are sent: as simple
 * queries or as prepared statements, one by one or many at once.
 * https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export class PostgresTap {
  #traps: Trap[] = [];

  arm(trap: Trap): void {
    this.#traps.push({ ...trap });
  }

  disarm(): void {
    this.#traps = [];
  }

  /** To be given to the proxy before PostgreSQL. */
  watch(link: Link): Watch {
    const outgoing = new Messages(true);
    const incoming = new Messages(false);
    /** Names of prepared statements which begin or end a transaction. */
    const prepared = new Map<string, Point['statement']>();
    return {
      outward: (chunk) =>
        this.#pass(link, 'before', outgoing.read(chunk), (type, body) => {
          if (type === 'Q') return statementOf(textAt(body, 0));
          if (type === 'P') {
            const name = textAt(body, 0);
            const statement = statementOf(textAt(body, Buffer.byteLength(name) + 1));
            if (statement === null) prepared.delete(name);
            else prepared.set(name, statement);
            return null;
          }
          // The portal's name comes before the statement's.
          if (type === 'B') return prepared.get(textAt(body, Buffer.byteLength(textAt(body, 0)) + 1)) ?? null;
          return null;
        }),
      inward: (chunk) =>
        this.#pass(link, 'after', incoming.read(chunk), (type, body) =>
          type === 'C' ? statementOf(textAt(body, 0)) : null,
        ),
    };
  }

  #pass(
    link: Link,
    side: Point['side'],
    messages: readonly Message[],
    statement: (type: string, body: Buffer) => Point['statement'] | null,
  ): Buffer | null {
    const passed: Buffer[] = [];
    for (const { type, body, whole } of messages) {
      const met = statement(type, body);
      const trap = met === null ? undefined : this.#meet({ statement: met, side });
      if (trap !== undefined) {
        trap.spring(link);
        return null;
      }
      passed.push(whole);
    }
    return Buffer.concat(passed);
  }

  /** Counts a point for every trap; the first that it was for is sprung. */
  #meet(point: Point): Trap | undefined {
    for (const trap of this.#traps) {
      if (trap.point.statement === point.statement && trap.point.side === point.side) trap.nth -= 1;
    }
    const sprung = this.#traps.find(({ nth }) => nth <= 0);
    if (sprung !== undefined) this.#traps.splice(this.#traps.indexOf(sprung), 1);
    return sprung;
  }
}

interface Message {
  /** One letter; none of the first message of a connection. */
  type: string;
  body: Buffer;
  whole: Buffer;
}

/** Cuts a stream of the protocol into its messages: a letter, a length that counts itself, the body. */
class Messages {
  #rest: Buffer = Buffer.alloc(0);
  #first: boolean;

  constructor(startup: boolean) {
    this.#first = startup;
  }

  read(chunk: Buffer): Message[] {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    const messages: Message[] = [];
    for (;;) {
      const letters = this.#first ? 0 : 1;
      if (this.#rest.length < letters + 4) return messages;
      const end = letters + this.#rest.readInt32BE(letters);
      if (this.#rest.length < end) return messages;
      const whole = this.#rest.subarray(0, end);
      messages.push({ type: whole.toString('latin1', 0, letters), body: whole.subarray(letters + 4), whole });
      this.#rest = this.#rest.subarray(end);
      this.#first = false;
    }
  }
}

function statementOf(text: string): Point['statement'] | null {
  if (/^\s*(?:begin|start\s+transaction)\b/i.test(text)) return 'begin';
  return /^\s*(?:commit|end)\b/i.test(text) ? 'commit' : null;
}

/** The zero-terminated text that begins at `offset`. */
function textAt(body: Buffer, offset: number): string {
  const end = body.indexOf(0, offset);
  return body.toString('utf8', offset, end < 0 ? body.length : end);
}
