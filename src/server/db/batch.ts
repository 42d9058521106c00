import type { CompiledQuery } from 'kysely';

/** A statement whose every parameter is what both databases take as it is: a text, a number, or null. */
export type BatchQuery = Pick<CompiledQuery, 'sql' | 'parameters'>;

/**
 * Runs statements that change rows, and return none, as one transaction that is sent in one go: nothing waits for an
 * answer between BEGIN and COMMIT. When one fails nothing of the batch has happened, unless the connection was lost:
 * then nobody knows. Texts should be few, for each is prepared once and kept.
 * @returns how many rows each statement changed
 * @throws what the first statement that failed met
 */
export type Batch = (queries: readonly BatchQuery[]) => Promise<readonly number[]>;
