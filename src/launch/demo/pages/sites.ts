import { brightwater } from './brightwater.ts';
import { guildbook } from './guildbook.ts';
import { harbourLedger } from './harbour-ledger.ts';
import { helioSummit } from './helio-summit.ts';
import { marlowFinch } from './marlow-finch.ts';
import { raviRaman } from './ravi-raman.ts';
import type { DemoSite } from './site.ts';

/** All demo sites, in the order of the walk. */
export const SITES: readonly DemoSite[] = [brightwater, guildbook, helioSummit, marlowFinch, raviRaman, harbourLedger];
