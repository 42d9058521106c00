import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Host } from '#contract/host.ts';
import type { Known, Overview } from '#contract/overview.ts';
import type { Field, Profile } from '#contract/profile.ts';
import type { Outcome } from '#contract/reveal.ts';
import type { Page } from './use-page.ts';

/** How often one click is sent to a background that dies under it. The id stays the same, so it spends once. */
const ATTEMPTS = 3;

export interface Reveals {
  /** What is known of a field of a profile, counting clicks whose answer is not stored yet. */
  known(key: string, field: Field): Known | undefined;
  /** Spends at most `price`. Ignored while the same field is being worked on. */
  reveal(profile: Profile, field: Field, price: number, another: boolean): void;
  /** Loads what the workspace owns; free. */
  open(key: string, field: Field): void;
}

/** A click of this screen, from the click on until its answer is read from the store. */
interface Click {
  /** What the store said at the click: anything else is news. */
  before: string;
  shown: Known;
}

/**
 * The clicks of this screen laid over what is stored. A click shows as working in the same moment; its answer arrives
 * by the reply or by the store, whichever is first, so a background that dies loses nothing. The page is read again at
 * the click: who is not on it any more is not revealed.
 * @param present the profile as the page shows it now
 */
export function useReveals(
  host: Host,
  overview: Overview | null,
  read: () => Promise<void>,
  present: Page['present'],
): Reveals {
  const [clicks] = useState(() => new Map<string, Click>());
  const [, redraw] = useState(0);
  const stored = useRef<Known[]>([]);
  stored.current = overview?.known ?? [];

  const find = (key: string, field: Field) => stored.current.find((one) => one.key === key && one.field === field);

  // News from the store replaces what the click showed.
  useLayoutEffect(() => {
    // Nothing revealed outlives a sign-out.
    let news = overview?.session === 'signed_out' && clicks.size > 0;
    if (news) clicks.clear();
    for (const [id, { before, shown }] of clicks) {
      const now = find(shown.key, shown.field);
      if (now !== undefined && now.state !== 'working' && JSON.stringify(now) !== before) news = clicks.delete(id);
    }
    if (news) redraw((n) => n + 1);
  }, [overview]);

  const start = useCallback(
    (key: string, field: Field, ask: () => Promise<Outcome | null>) => {
      const id = `${field} ${key}`;
      if (clicks.get(id)?.shown.state === 'working' || find(key, field)?.state === 'working') return;
      const before = JSON.stringify(find(key, field));
      clicks.set(id, { before, shown: { key, field, state: 'working', since: new Date().toISOString() } });
      redraw((n) => n + 1);

      const send = async () => {
        for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
          try {
            const outcome = await ask();
            if (!outcome) clicks.delete(id);
            else if (clicks.has(id)) clicks.set(id, { before, shown: knownFrom(outcome, key, field) });
            break;
          } catch {
            await read();
            if (!clicks.has(id)) return;
            if (attempt === ATTEMPTS - 1) clicks.delete(id);
          }
        }
        redraw((n) => n + 1);
        await read();
      };
      void send();
    },
    [clicks, read],
  );

  return {
    known: (key, field) => clicks.get(`${field} ${key}`)?.shown ?? find(key, field),
    reveal: (profile, field, price, another) => {
      const id = crypto.randomUUID();
      // Read once: what was sent for it may be under way, whatever the page shows by then.
      let reading: Promise<Profile | undefined> | undefined;
      start(profile.key, field, async () => {
        reading ??= present(profile);
        const now = await reading;
        return now ? host.ask('reveal', { id, profile: now, field, maxCredits: price, another }) : null;
      });
    },
    open: (key, field) => start(key, field, () => host.ask('open', { key, field })),
  };
}

function knownFrom(outcome: Outcome, key: string, field: Field): Known {
  switch (outcome.kind) {
    case 'found': {
      const { contact, charged, free, receipt } = outcome;
      return { key, field, state: 'shown', contact, charged, free, receipt };
    }
    case 'not_found':
      return { key, field, state: 'not_found', at: new Date().toISOString() };
    case 'pending':
      return { key, field, state: 'pending', since: outcome.since, held: outcome.held };
    case 'refused':
      return { key, field, state: 'refused', refusal: outcome.refusal };
  }
}
