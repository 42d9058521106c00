import type { Context } from 'hono';
import { stream } from 'hono/streaming';
import type { SignedIn } from '../accounts/sessions.ts';
import { type ExportFormat, exportLedger, formats } from '../audit/export.ts';
import { momentOf } from '../db/moment.ts';
import { ledgerPage, receiptsPage } from './books.ts';
import { show } from './page-context.ts';
import type { PageDeps } from './routes.ts';

/** Whose books are shown, and where the page about them is. */
export interface Whose {
  member: SignedIn;
  workspace: { id: string; name: string };
  /** Address of the page that they belong to. */
  back: string;
}

const ENTRIES = 100;
const RECEIPTS = 50;

export async function showLedger(c: Context, { purses }: PageDeps, { member, workspace, back }: Whose) {
  const after = number(c.req.query('after'), 0);
  const page = await purses.ledger(workspace.id, after, ENTRIES);
  return show(c, ledgerPage(member, { base: `${back}/ledger`, back, name: workspace.name, after, ...page }));
}

export async function showReceipts(c: Context, { purses }: PageDeps, { member, workspace, back }: Whose) {
  const page = await purses.receipts(workspace.id, null, number(c.req.query('before'), LAST), RECEIPTS);
  return show(c, receiptsPage(member, { base: `${back}/receipts`, back, name: workspace.name, ...page }));
}

/** Streams an export: a page at a time, as fast as it is taken away. What was cut off has no closing line. */
export function download(c: Context, { database }: PageDeps, { workspace }: Whose, name: ExportFormat) {
  const head = { workspace, after: number(c.req.query('after'), 0), at: momentOf(Temporal.Now.instant()) };
  c.header('content-type', formats[name].type);
  c.header('content-disposition', `attachment; filename="ledger-${head.at.slice(0, 10)}.${name}"`);
  return stream(c, async (out) => {
    for await (const text of exportLedger(database.db, formats[name], head)) {
      if (out.aborted) return;
      await out.write(text);
    }
  });
}

/** The largest number of an entry. */
const LAST = 2_147_483_647;

function number(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,10}$/.test(text) ? Math.min(Number(text), LAST) : otherwise;
}
