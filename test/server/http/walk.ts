import { afterEach, beforeEach, expect } from 'vitest';
import { REFUSALS, Refusal } from '#contract/refusal.ts';
import type { Open } from '../databases.ts';
import { type Received, startWorld, type World } from './world.ts';

/** Milliseconds that a body has in these tests. */
export const BODY_TIMEOUT = 300;

/** A refusal as the contract has it, under its status. */
export function expectRefused(received: Received, code: string, what = ''): void {
  const { refusal } = received.json as { refusal: unknown };
  const read = Refusal.parse(refusal);
  expect(read.code, `${what} ${read.message}`).toBe(code);
  expect(received.status, what).toBe(REFUSALS[read.code]);
  expect(read.message, 'the sentence ends as one').toMatch(/[.!?]$/);
}

export function worldOf(open: Open): () => World {
  let world: World;
  beforeEach(async () => {
    world = await startWorld(open, { bodyTimeout: BODY_TIMEOUT });
  });
  afterEach(() => world.server.stop());
  return () => world;
}

/** Everything that money could have moved. */
export async function books({ server, a, b }: World): Promise<unknown> {
  const of = async (workspace: string) => {
    const { asOf: _, ...balance } = await server.purses.balance(workspace);
    return { balance, ledger: await server.purses.ledger(workspace, 0, 1000) };
  };
  return { a: await of(a.workspace), b: await of(b.workspace) };
}
