import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Profile } from '#contract/profile.ts';
import { RevealReply, type RevealRequest } from '#contract/reveal.ts';
import { createPurses, type Purses } from '#server/credits/purses.ts';
import type { Database } from '#server/db/open.ts';
import type { OrRefusal } from '#server/refuse.ts';
import { createReveals, type Reveals, type RevealsOptions } from '#server/reveals/reveals.ts';
import { type Clock, clockAt } from '../clock.ts';
import { ADA, OPERATOR, TEAM } from '../credits/team.ts';
import type { Open } from '../databases.ts';
import { type Scripted, scripted } from './scripted-provider.ts';

export interface Setting {
  database: Database;
  purses: Purses;
  reveals: Reveals;
  provider: Scripted;
  clock: Clock;
  /** Another server process on the same database. */
  another(options?: Partial<RevealsOptions>): Reveals;
}

/** A workspace with `credits` in its plan, e-mail at 1 and phone at 8, and one scripted provider. */
export async function setting(open: Open, { credits = 100 } = {}): Promise<Setting> {
  const database = await open();
  const clock = clockAt('2026-02-10T09:00:00.000Z');
  const purses = createPurses(database, { now: clock.now });
  await purses.setPlan(ADA.workspace, { ...TEAM, allowance: credits }, OPERATOR);
  const provider = scripted();
  const another = (options: Partial<RevealsOptions> = {}) =>
    createReveals({ database, purses, providers: [provider], now: clock.now, deadlineMs: 5_000, ...options });
  return { database, purses, provider, clock, another, reveals: another() };
}

export const newId = () => randomUUID();

export function profile(name: string, more: Partial<Profile> = {}): Profile {
  const handle = name.toLowerCase().replace(/[^a-z]+/g, '-');
  return {
    key: `guildbook:in/${handle}`,
    site: 'guildbook',
    url: `https://guildbook.example/in/${handle}`,
    name,
    contacts: [],
    ...more,
  };
}

export function request(person: string | Profile, more: Partial<RevealRequest> = {}): RevealRequest {
  return {
    profile: typeof person === 'string' ? profile(person) : person,
    field: 'email',
    maxCredits: 10,
    another: false,
    ...more,
  };
}

/** The reply, checked against the contract; fails on a refusal. */
export function replied(answer: OrRefusal<RevealReply>): RevealReply {
  if ('refusal' in answer) expect.fail(`refused: ${answer.refusal.code}: ${answer.refusal.message}`);
  return RevealReply.parse(answer);
}

/** Entries of the ledger after the plan's grant, as `kind available/held`. */
export async function movements(purses: Purses): Promise<string[]> {
  const { items } = await purses.ledger(ADA.workspace, 1, 1000);
  return items.map(({ kind, availableDelta, heldDelta }) => `${kind} ${availableDelta}/${heldDelta}`);
}
