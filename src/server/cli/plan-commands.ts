import { ACTIVITIES } from '#contract/activity.ts';
import type { Balance } from '#contract/credits.ts';
import { PlanOffer } from '#contract/plan.ts';
import type { Workspace } from '../accounts/workspaces.ts';
import { isTimeZone } from '../credits/cycle.ts';
import type { OrRefusal } from '../refuse.ts';
import type { Parts } from '../start.ts';
import type { Beside, Done, Words } from './command.ts';
import { describe } from './describe.ts';
import { day, ownId, price, uuid, wholeNumber, wrong } from './values.ts';
import { commandLine, inWorkspace, WORKSPACE } from './workspace-of.ts';

/** An activity's flag: `ai_insight` is `--ai-insight`. */
const flagOf = (activity: string) => activity.replaceAll('_', '-');
/** Prices where none is said; what is not in it is excluded. */
const USUAL: Partial<Record<string, string>> = { email: '1', phone: '8' };

export const plan: Beside = {
  usage: `--allowance N [--name NAME] [--cycle monthly|quarterly|semi_annual|annual] [--at now|renewal]
      ${ACTIVITIES.map((activity) => `[--${flagOf(activity)} N|none]`).join(' ')}
      [--refund-days N] [--held-over expire|goodwill] [--anchor DATE] [--time-zone ZONE] [--workspace W]
  plan cancel [--workspace W]`,
  summary:
    'Puts a plan in force, now or at the next renewal; or ends it with the current cycle. An e-mail costs 1 and a phone 8 unless said otherwise, all else is excluded. Without --anchor the cycles of a plan of the same length and time zone go on.',
  flags: {
    ...WORKSPACE,
    ...Object.fromEntries(ACTIVITIES.map((activity) => [flagOf(activity), { type: 'string' } as const])),
    allowance: { type: 'string' },
    name: { type: 'string' },
    cycle: { type: 'string' },
    at: { type: 'string' },
    'refund-days': { type: 'string' },
    'held-over': { type: 'string' },
    anchor: { type: 'string' },
    'time-zone': { type: 'string' },
  },
  operands: [0, 1],
  run: (parts, words) => inWorkspace(parts, words, (workspace) => change(parts, words, workspace)),
};

async function change({ purses }: Parts, { operands, flags }: Words, workspace: Workspace): Promise<Done> {
  const by = commandLine(workspace);
  if (operands[0] === 'cancel') {
    const cancelled = await purses.cancelPlan(workspace.id, by);
    return told(cancelled, `The plan of ${workspace.name} ends with this cycle.`);
  }
  if (operands[0] !== undefined) return wrong(`“${operands[0]}” is nothing that can be done with a plan.`);
  const when = flags.at ?? 'now';
  if (when !== 'now' && when !== 'renewal') return wrong('Say --at now or --at renewal.');
  const zone = String(flags['time-zone'] ?? 'UTC');
  if (!isTimeZone(zone)) return wrong("The plan's time zone is not right.");
  const prices = ACTIVITIES.map((activity) => [activity, price(flags[flagOf(activity)] ?? USUAL[activity] ?? 'none')]);
  const offer = PlanOffer.safeParse({
    name: flags.name ?? `Plan of ${flags.allowance}`,
    allowance: wholeNumber(flags.allowance),
    cycle: flags.cycle ?? 'monthly',
    // A day that is none must not count as none given.
    anchor: flags.anchor === undefined ? null : (day(flags.anchor, zone) ?? 'none'),
    timeZone: zone,
    // An activity without a price would be excluded: one whose price was not understood is a mistake.
    prices: Object.fromEntries(
      prices.map(([activity, credits]) => [activity, credits === undefined ? 'none' : credits]),
    ),
    refundDays: wholeNumber(flags['refund-days'] ?? '0') ?? 'none',
    heldOver: flags['held-over'] ?? 'expire',
  });
  if (!offer.success) {
    const at = offer.error.issues[0]?.path.join(' ') ?? '';
    return wrong(`The plan's ${WORDS[at] ?? at} is not right.`);
  }
  const set = await purses.offerPlan(workspace.id, offer.data, when, by);
  const moment = when === 'now' ? 'is' : 'will be, from its next renewal on,';
  return told(set, `${workspace.name} ${moment} on ${offer.data.name}.`);
}

const WORDS: Partial<Record<string, string>> = { refundDays: 'days for disputes', heldOver: '--held-over' };

export const addOn: Beside = {
  usage: 'CREDITS [--id UUID] [--workspace W] | add-on drop ID [--workspace W] | add-on list [--workspace W]',
  summary:
    'Adds recurring credits: at once until the cycle ends, and again at each renewal, until they are dropped. The same id has one effect.',
  flags: { ...WORKSPACE, id: { type: 'string' } },
  operands: [1, 2],
  run: (parts, words) => inWorkspace(parts, words, (workspace) => changeAddOn(parts, words, workspace)),
};

async function changeAddOn({ purses }: Parts, { operands, flags }: Words, workspace: Workspace): Promise<Done> {
  const [what, which] = operands;
  const by = commandLine(workspace);
  if (what === 'list') {
    const all = await purses.addOns(workspace.id);
    return {
      lines: all.length === 0 ? ['There is no add-on.'] : all.map(({ id, credits }) => `${id}  ${credits} credits`),
    };
  }
  if (what === 'drop') {
    const id = uuid(which);
    if (id === undefined) return wrong('Say which add-on, by the id that “add-on list” shows.');
    const dropped = await purses.dropAddOn(workspace.id, id, by);
    return told(dropped, 'The add-on is not renewed any more. What is left of it lasts until the cycle ends.');
  }
  const credits = wholeNumber(what);
  if (credits === undefined || credits === 0 || credits > 1_000_000) return wrong('Give 1 to 1,000,000 credits.');
  if (which !== undefined) return wrong(`“${which}” is one word too many.`);
  const id = ownId(flags.id);
  if (id === undefined) return wrong('An id is a UUID.');
  return told(await purses.addAddOn(workspace.id, { id, credits }, by), `Added ${credits} credits a cycle, id ${id}.`);
}

function told(done: OrRefusal<{ balance: Balance }>, line: string): Done {
  return 'refusal' in done ? { mistake: done.refusal.message } : { lines: [line, ...describe(done.balance)] };
}
