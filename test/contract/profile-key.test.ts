import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ProfileKey } from '#contract/profile.ts';
import { canonicalUrl, siteKey, webKey } from '#contract/profile-key.ts';

describe('canonicalUrl', () => {
  test.each([
    ['https://www.brightwater.example/Team/', 'brightwater.example/team'],
    ['http://brightwater.example/team?ref=1#top', 'brightwater.example/team'],
    ['https://de.brightwater.example/team', 'brightwater.example/team'],
    ['https://m.brightwater.example/team', 'brightwater.example/team'],
    ['https://user:secret@brightwater.example:443/team', 'brightwater.example/team'],
    ['https://brightwater.example:8443/team', 'brightwater.example:8443/team'],
    ['https://brightwater.example/in/zo%C3%AB', 'brightwater.example/in/zoë'],
    ['https://brightwater.example/in/zoe%CC%88', 'brightwater.example/in/zoë'],
    ['https://brightwater.example/100%', 'brightwater.example/100%'],
    ['https://hp.example/team', 'hp.example/team'],
  ])('%s is %s', (url, canonical) => {
    expect(canonicalUrl(url)).toBe(canonical);
  });

  test('a two-letter company under a national second level keeps its name', () => {
    expect(canonicalUrl('https://bt.co.uk/team')).not.toBe(canonicalUrl('https://hp.co.uk/team'));
    expect(canonicalUrl('https://hp.com.au/team')).toBe('hp.com.au/team');
  });

  test.each(['', 'team', '/team', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'about:blank'])(
    '%j is no address of a page',
    (url) => {
      expect(canonicalUrl(url)).toBeNull();
    },
  );
});

describe('keys', () => {
  test.each([
    ['case', siteKey('linkedin', 'in/Ada'), siteKey('linkedin', 'in/ada')],
    ['a trailing slash', siteKey('linkedin', 'in/ada/'), siteKey('linkedin', '/in/ada')],
    ['escapes', siteKey('linkedin', 'in/zo%C3%AB'), siteKey('linkedin', 'in/zoë')],
    ['Unicode form', webKey('https://a.example/t', 'Zoe\u0308'), webKey('https://a.example/t', 'Zoë')],
    [
      'white space in a name',
      webKey('https://a.example/t', ' Ada  Okafor'),
      webKey('https://a.example/t', 'Ada Okafor'),
    ],
  ])('do not depend on %s', (_what, one, other) => {
    expect(one).toBe(other);
  });

  test.each([
    ['people of one page', webKey('https://a.example/t', 'Ada'), webKey('https://a.example/t', 'Bea')],
    ['pages of two hosts', webKey('https://a.example/t', 'Ada'), webKey('https://b.example/t', 'Ada')],
    ['a site and the web', siteKey('linkedin', 'in/ada'), webKey('https://linkedin.com/in/ada')],
  ])('tell %s apart', (_what, one, other) => {
    expect(one).not.toBe(other);
  });

  test('a long key is cut between characters', () => {
    for (const start of ['in/', 'in/a']) {
      const key = siteKey('linkedin', start + '𝐀'.repeat(400));
      expect(ProfileKey.safeParse(key).success, `not a key: ${key}`).toBe(true);
    }
  });

  test('whatever a page says, its keys are keys, and bound to its host', () => {
    const anyText = fc.string({ unit: 'binary', maxLength: 600 });
    fc.assert(
      fc.property(fc.webUrl(), anyText, fc.boolean(), (url, name, listed) => {
        const key = listed ? webKey(url, name) : webKey(url);
        expect(ProfileKey.safeParse(key).success, `not a key: ${key}`).toBe(true);
        expect(key?.startsWith(`web:${canonicalUrl(new URL(url).origin)}`)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(anyText, (path) => {
        const key = siteKey('linkedin', `in/${path}`);
        expect(ProfileKey.safeParse(key).success, `not a key: ${key}`).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
