import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Pair } from './spenders.ts';

/**
 * The least that a spend can cost in one statement: a purse's row is changed if it can pay, and one entry is inserted.
 * Both movements are prepared statements of the same driver, committed by themselves, over as many connections as there
 * are spenders.
 */
export interface Floor {
  pair(connection: number): Pair;
  close(): Promise<void>;
}

const HOLD = `with paid as (
  update floor_purse set available = available - 1, held = held + 1, last_entry = last_entry + 1
  where workspace_id = $1 and available >= 1 returning workspace_id, last_entry)
  insert into floor_entry (workspace_id, number, at, kind, available_delta, held_delta, reference)
  select workspace_id, last_entry, $2, 'hold', -1, 1, $3 from paid`;

const CAPTURE = `with paid as (
  update floor_purse set held = held - 1, last_entry = last_entry + 1
  where workspace_id = $1 and held >= 1 returning workspace_id, last_entry)
  insert into floor_entry (workspace_id, number, at, kind, available_delta, held_delta, reference)
  select workspace_id, last_entry, $2, 'capture', 0, -1, $3 from paid`;

export async function openFloor(url: string, connections: number, purses: number): Promise<Floor> {
  const setUp = new pg.Client({ connectionString: url });
  await setUp.connect();
  await setUp.query(`create table floor_purse (workspace_id text primary key, available integer not null,
    held integer not null, last_entry integer not null)`);
  await setUp.query(`create table floor_entry (workspace_id text not null, number integer not null, at timestamptz not null,
    kind text not null, available_delta integer not null, held_delta integer not null, reference text not null,
    primary key (workspace_id, number))`);
  await setUp.query(
    `insert into floor_purse select 'purse-' || n, 700000000, 0, 0 from generate_series(0, ${purses - 1}) n`,
  );
  await setUp.query('analyze floor_purse');
  await setUp.end();
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));

  async function move(client: pg.Client, name: string, text: string, purse: number, reference: string) {
    const values = [`purse-${purse}`, new Date().toISOString(), reference];
    const { rowCount } = await client.query({ name, text, values });
    if (rowCount !== 1) throw new Error(`the floor's ${name} changed ${rowCount} rows`);
  }

  return {
    pair(connection) {
      const client = clients[connection];
      if (client === undefined) throw new Error('more spenders than connections');
      let reference = '';
      return {
        hold: (purse) => {
          reference = randomUUID();
          return move(client, 'hold', HOLD, purse, reference);
        },
        capture: (purse) => move(client, 'capture', CAPTURE, purse, reference),
      };
    },
    async close() {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}
