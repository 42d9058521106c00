import { isAnswered, isFinal, refusalIn } from '../history.ts';
import { detailOf, truthOf } from '../people.ts';
import { type Check, canonical, Findings, grouped } from './problem.ts';

/** How an enrichment ended, as its caller was told. */
interface End {
  kind: string;
  charged?: number;
  result?: string;
  receipt?: { entry: number } | null;
}

/** What clients were told of the stand-in activity, against the books: one answer and one charge for each id. */
export const checkEnrichments: Check = ({ team, told, books }) => {
  const found = new Findings(team);
  const calls = told.filter(({ call }) => call.endpoint === 'enrich');
  for (const [id, same] of grouped(calls, ({ call }) => call.key ?? '')) {
    const captures = books.entries.filter(({ kind, reference }) => kind === 'capture' && reference === id);
    const ends = new Set<string>();
    for (const { call, attempts } of same) {
      const { person = -1, maxCredits = 0 } = (call.query ?? {}) as { person?: number; maxCredits?: number };
      for (const answer of attempts.filter(isAnswered).filter(isFinal)) {
        const refusal = refusalIn(answer.json);
        if (refusal) {
          found.same(`the refusal of enrichment ${id}`, refusal.code, 'key_reused');
          continue;
        }
        const { end } = answer.json as { end: End };
        ends.add(canonical({ ...end, receipt: end.receipt?.entry ?? null }));
        const charged = end.kind === 'found';
        if (charged && captures.length === 0)
          found.add('lost', `enrichment ${id} was charged, and the ledger has nothing`);
        if (!charged && captures.length > 0)
          found.add('duplicated', `enrichment ${id} was free, and the ledger charged it`);
        if (charged) found.same(`what enrichment ${id} charged`, end.charged, -(captures[0]?.held ?? 0), 'lost');
        if (charged) found.same(`what enrichment ${id} found`, end.result, detailOf(person, 'email'));
        if (charged && truthOf(person) === 'unknown') found.add('invariant', `enrichment ${id} found nobody`);
        if ((end.charged ?? 0) > maxCredits) found.add('invariant', `enrichment ${id} charged more than was agreed to`);
      }
    }
    if (ends.size > 1) found.add('changed', `enrichment ${id} was answered ${[...ends].join(' and ')}`);
  }
  return found.problems;
};
