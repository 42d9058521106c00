import { compare, type Tell } from './fault.ts';
import type { Grants } from './grants.ts';

/** A top-up's row, as far as the books go. */
export interface TopUpRow {
  id: string;
  credits: number;
  status: string;
}

/** Top-ups against the grants that settled them: one each for what is settled or reversed, none for anything else. */
export class TopUpCheck {
  readonly #grants: Grants;
  readonly #tell: Tell;
  readonly #unclaimed: Set<string>;

  constructor(grants: Grants, tell: Tell) {
    this.#grants = grants;
    this.#tell = tell;
    this.#unclaimed = new Set(grants.sources('top_up:'));
  }

  take({ id, credits, status }: TopUpRow): void {
    const where = `top-up ${id}`;
    const source = `top_up:${id}`;
    const grant = this.#grants.bySource(source);
    this.#unclaimed.delete(source);
    const told = grant === undefined ? 'no grant' : grant.reversed ? 'a reversed grant' : 'a grant';
    // A payment that was taken back before it was settled never gave anything.
    const fitting = { settled: ['a grant'], reversed: ['a reversed grant', 'no grant'] }[status] ?? ['no grant'];
    if (!fitting.includes(told)) {
      this.#tell({ where, what: `grant of a ${status} top-up`, expected: fitting.join(' or '), found: told });
    }
    if (grant !== undefined) {
      compare(this.#tell, where, 'credits of its grant', credits, grant.credits);
      compare(this.#tell, where, 'kind of its grant', 'top_up', grant.kind);
    }
  }

  finish(): void {
    for (const source of this.#unclaimed) {
      const where = `grant ${this.#grants.bySource(source)?.entry}`;
      this.#tell({ where, what: 'top-up that it settled', expected: source.slice('top_up:'.length), found: 'none' });
    }
  }
}
