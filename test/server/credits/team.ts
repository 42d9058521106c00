import { NO_PRICES, type PlanTerms } from '#server/credits/plan.ts';
import type { Member } from '#server/member.ts';

export const TEAM: PlanTerms = {
  name: 'Team',
  allowance: 100,
  cycle: 'monthly',
  anchor: '2026-01-31T10:00:00.000Z',
  timeZone: 'UTC',
  prices: { ...NO_PRICES, email: 1, phone: 8, contact_enrichment: 3 },
  refundDays: 14,
  heldOver: 'expire',
};

export const ADA: Member = { workspace: 'brightwater', id: 'user-ada', name: 'Ada Okafor' };
export const BEN: Member = { workspace: 'brightwater', id: 'user-ben', name: 'Ben Lindqvist' };
export const EVE: Member = { workspace: 'larkfield', id: 'user-eve', name: 'Eve Marsh' };
export const OPERATOR: Member = { workspace: 'operator', id: 'user-op', name: 'Olu Peters' };
