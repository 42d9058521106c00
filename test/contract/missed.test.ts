import { expect, test } from 'vitest';
import { Missed } from '#contract/messages.ts';

const report = { site: 'sales-navigator', page: 'list 2', anchors: ['links'] };

test('a report about a site’s file is taken', () => {
  expect(Missed.parse(report)).toEqual(report);
});

test.each([
  ['a name instead of an anchor', { ...report, anchors: ['Ada Okafor'] }],
  ['an address instead of a kind of page', { ...report, page: 'https://www.linkedin.com/in/ada' }],
  ['a text behind a kind of page', { ...report, page: 'profile of Ada' }],
  ['a site that is no file’s name', { ...report, site: 'Ada Okafor' }],
  ['more anchors than there are', { ...report, anchors: ['name', 'name', 'name', 'name', 'name'] }],
  ['a text', 'profile'],
  ['nothing', undefined],
])('%s is not: a content script may claim anything', (_, claim) => {
  expect(Missed.safeParse(claim).success).toBe(false);
});
