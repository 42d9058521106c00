import { setTimeout as wait } from 'node:timers/promises';
import type { Field, Profile } from '#contract/profile.ts';
import type { Answer, Provider } from '#server/providers/provider.ts';

/*
 * The invented people of a run, and the one provider that knows the truth about them. What is true of somebody follows
 * from their number alone, so that a restarted server and the checker know the same.
 */

/** How many there are. */
export const PEOPLE = 60;

type Truth = 'known' | 'slow' | 'unknown' | 'flaky';

/** Of ten people six are known at once, one slowly, two not at all; for one the provider fails every other time. */
export function truthOf(person: number): Truth {
  const last = person % 10;
  if (last === 9) return 'flaky';
  if (last >= 7) return 'unknown';
  return last === 6 ? 'slow' : 'known';
}

/**
 * Somebody's profile on one of two sites: both are the same person to the provider.
 * @param shows whether the page itself shows their e-mail address
 */
export function profileOf(person: number, site: 'guildbook' | 'json-ld', shows: boolean): Profile {
  const key = site === 'guildbook' ? `guildbook:in/p${person}` : `web:brightwater.example/team#p${person}`;
  return {
    key,
    site,
    url: site === 'guildbook' ? `https://guildbook.example/in/p${person}` : 'https://brightwater.example/team',
    name: `Person ${person}`,
    company: 'Brightwater Foods',
    contacts: shows ? [{ field: 'email', value: detailOf(person, 'email') }] : [],
  };
}

/** The person behind a profile key of `profileOf`. */
export function personOf(key: string): number {
  return Number(/p(\d+)$/.exec(key)?.[1] ?? Number.NaN);
}

/** What the provider knows: nobody shares a value with somebody else. */
export function detailOf(person: number, field: Field): string {
  return field === 'email' ? `p${person}@brightwater.example` : `+1 312 555 ${String(1000 + person)}`;
}

/** Takes its time now and then; `slow` people keep it so long that kills and renewals fall in between. */
export const provider: Provider = {
  name: 'Harbourline',
  async find({ profile, field }): Promise<Answer> {
    const person = personOf(profile.key);
    const truth = truthOf(person);
    await wait(truth === 'slow' ? 150 + Math.random() * 350 : Math.random() * 12);
    if (truth === 'unknown') return { kind: 'not_found' };
    if (truth === 'flaky' && Math.random() < 0.5) return { kind: 'failed', reason: 'it is flaky' };
    return {
      kind: 'found',
      person: `p${person}`,
      contact: {
        value: detailOf(person, field),
        type: 'work',
        verified: true,
        provider: 'Harbourline',
        at: '2026-01-01T00:00:00.000Z',
      },
    };
  },
};
