import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText } from '#contract/text.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });

describe('cleanText', () => {
  test.each([
    ['folds white space', '  Ada\n\t Okafor ', 100, 'Ada Okafor'],
    ['drops bidi overrides', 'Ada \u202Eexe.fdp\u202C', 100, 'Ada exe.fdp'],
    ['drops zero-width characters', 'A\u200Bd\uFEFFa', 100, 'A d a'],
    ['drops lone surrogates', 'Ada \uD83D Okafor', 100, 'Ada Okafor'],
    ['keeps whole emoji', 'Ada 👩‍🔬', 100, 'Ada 👩 🔬'],
    ['keeps other scripts', '  田中 美穂 ', 100, '田中 美穂'],
    ['cuts with an ellipsis', 'Procurement', 6, 'Procu…'],
    ['cuts between characters', '🔑🔑🔑🔑', 3, '🔑🔑…'],
    ['keeps what just fits', '🔑🔑🔑', 3, '🔑🔑🔑'],
  ])('%s', (_what, value, max, clean) => {
    expect(cleanText(value, max)).toBe(clean);
  });

  test('whatever comes in, what comes out is short, trimmed and shows all it holds', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (value, max) => {
        const text = cleanText(value, max);
        expect([...text].length).toBeLessThanOrEqual(max);
        expect(text).toBe(text.trim());
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/u);
      }),
      { numRuns: 2000 },
    );
  });

  test('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (value, max) => {
        expect(cleanText(cleanText(value, max), max)).toBe(cleanText(value, max));
      }),
    );
  });

  test('ten megabytes take no longer than a page may', () => {
    const started = performance.now();
    cleanText(' \u200B'.repeat(5_000_000), 200);
    expect(performance.now() - started).toBeLessThan(50);
  });
});
