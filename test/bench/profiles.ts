import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import * as z from 'zod/mini';
import { openChromium } from '../profiles/browser.ts';
import { bundleDetector } from '../profiles/bundle.ts';
import type { Parser } from './parsers-page.ts';
import type { First } from './profiles-page.ts';
import { growingPages, type SyntheticPage, syntheticPages } from './synthetic-pages.ts';
import { openWorld, type World } from './world.ts';

const PARSERS: readonly Parser[] = ['microformats-parser', 'web-auto-extractor'];

/** Milliseconds after which a public parser is stopped. */
const CAP = 5_000;

const Case = z.object({ id: z.string(), file: z.string(), url: z.url() });

interface Source extends SyntheticPage {
  url: string;
}

interface Row {
  name: string;
  nodes: number;
  people: number;
  hostile: boolean;
  /** The first page of a process: until the script has run, and the look. */
  start: number;
  fresh: First;
  /** The looks at further pages, whose process keeps the script compiled. */
  first: readonly First[];
  again: readonly number[];
  /** How many times as long the public parser takes for the markup that both read; infinite when it gave up. */
  times: Partial<Record<Parser, number | undefined>>;
}

/**
 * `npm run bench -- profiles [--corpus DIR] [--quick]`: how long people take to be found in real Chromium, in the first
 * page of a process, in further ones, and after one card has changed, beside public parsers on the same pages. They are
 * given the page's text and parse it themselves; ours reads the document that the browser has made, with those readers
 * alone that read the same markup, and leaves titles, firms and contacts of people beyond the first 500 unread, which
 * nobody is shown. Each is warm: of the runs of a quarter of a second in one document the fastest counts.
 *
 * As in the extension, a first reading waits until the page is idle, and pauses between slices. Here the page has come to
 * rest before, or how the browser draws it at the same time would be measured as well. What is counted is the reading's
 * own work; the longest task is the longest of its slices, with all garbage that is collected meanwhile.
 */
export async function run(args: readonly string[]): Promise<void> {
  const options = { corpus: { type: 'string' }, quick: { type: 'boolean' } } as const;
  const { values } = parseArgs({ args: [...args], options });
  const [browser, ours, theirs] = await Promise.all([
    openChromium(),
    bundleDetector(new URL('./profiles-page.ts', import.meta.url)),
    bundleDetector(new URL('./parsers-page.ts', import.meta.url)),
  ]);
  const measure = async (pages: readonly Source[], loads: number) => {
    const rows: Row[] = [];
    for (const page of pages) rows.push(await measured(browser, { ours, theirs }, page, loads));
    return rows;
  };
  try {
    const synthetic = syntheticPages().map((page) => ({ ...page, url: 'https://brightwater.example/people' }));
    const corpus = values.corpus === undefined ? [] : await corpusPages(values.corpus);
    if (corpus.length === 0) console.log('No pages from the web: name a folder of them by --corpus DIR.');
    const made = await measure(synthetic, values.quick ? 1 : 5);
    const saved = await measure(corpus, values.quick ? 1 : 3);
    const grown = await growth(browser, ours);
    const slowest = saved.toSorted((a, b) => median(totals(b)) - median(totals(a))).slice(0, 10);
    console.log(table([...made, ...slowest]));
    if (saved.length > 0) console.log(`(of ${saved.length} pages from the web the ten slowest)`);
    console.log('50 cards more in a list of 5,000, median of ten times:', grown);
    console.log(JSON.stringify({ synthetic: figures(made), linear: linearity(made), grown, corpus: figures(saved) }));
  } finally {
    await browser.close();
  }
}

async function corpusPages(folder: string): Promise<Source[]> {
  const index = await readFile(join(folder, 'index.jsonl'), 'utf8').catch(() => {
    throw new Error(`${folder} is no corpus: it has no index.jsonl that can be read`);
  });
  const cases = index
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => Case.parse(JSON.parse(line)));
  return Promise.all(
    cases.map(async ({ id, file, url }) => ({ name: id, url, html: await readFile(join(folder, file), 'utf8') })),
  );
}

interface Scripts {
  ours: string;
  theirs: string;
}

async function measured(browser: Browser, { ours, theirs }: Scripts, source: Source, loads: number): Promise<Row> {
  const { name, html, url, fill = 0, hostile = false } = source;
  const world = await openWorld(browser, ours);
  const show = async () => {
    const start = await world.show(html, url);
    if (fill > 0) await world.page.evaluate(repeatFiller, fill);
    return { start, first: await world.run<First>('latchkeyBench.first()') };
  };
  try {
    const { start, first: fresh } = await show();
    const [first, again]: [First[], number[]] = [[], []];
    for (let load = 0; load < loads; load++) {
      first.push((await show()).first);
      if (!hostile) again.push(...(await world.run<number[]>('latchkeyBench.again(10)')));
    }
    const nodes = await world.page.evaluate(() => document.getElementsByTagName('*').length);
    await world.page.evaluate(theirs);
    const times: Row['times'] = {};
    for (const parser of hostile ? [] : PARSERS) times[parser] = await ratio(world, parser);
    return { name, nodes, people: fresh.people, hostile, start, fresh, first, again, times };
  } finally {
    await world.close();
  }
}

/** Milliseconds until a list that has grown by 50 is read again, by the kind of list. */
async function growth(browser: Browser, ours: string): Promise<Record<string, number>> {
  const medians: Record<string, number> = {};
  for (const { name, url, html, more } of growingPages()) {
    const world = await openWorld(browser, ours);
    await world.show(html, url);
    const took: number[] = [];
    for (let at = 0; at < 10; at++) {
      took.push(await world.run<number>(`latchkeyBench.grow(${JSON.stringify(more(at))})`));
    }
    medians[name] = rounded(median(took));
    await world.close();
  }
  return medians;
}

/** Runs in the page: a text which would take long to send is made there. */
function repeatFiller(times: number): void {
  const texts = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
    text.data = text.data.replace('filler', 'filler '.repeat(times));
  }
}

/** The parser's time over ours, once both are warm. */
async function ratio(world: World, parser: Parser): Promise<number | undefined> {
  const ours = await world.run<number>(`latchkeyBench.ours('${parser}')`);
  const stop = setTimeout(world.interrupt, CAP);
  const theirs = await world.page
    .evaluate((parser) => globalThis.latchkeyParse(parser), parser)
    .catch(() => Number.POSITIVE_INFINITY);
  clearTimeout(stop);
  // What is too short for the browser's clock can't be compared.
  return theirs > 0 ? theirs / Math.max(ours, 0.005) : undefined;
}

const totals = ({ first }: Row) => first.map(({ total }) => total);
const rounded = (ms: number) => Math.round(ms * 100) / 100;

function share(numbers: readonly number[], part: number): number {
  return numbers.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(part * numbers.length) - 1)] ?? 0;
}

const median = (numbers: readonly number[]) => share(numbers, 0.5);

const longest = ({ first, fresh }: Row) => Math.max(...[fresh, ...first].map(({ longest }) => longest));

const spread = (ms: readonly number[]) => ({ median: rounded(median(ms)), p95: rounded(share(ms, 0.95)) });

/** Milliseconds, and how many times as fast as the public parsers, over all pages but the hostile ones. */
function figures(rows: readonly Row[]) {
  const calm = rows.filter(({ hostile }) => !hostile);
  const first = calm.flatMap(totals);
  const fresh = calm.map(({ fresh }) => fresh.total);
  const start = calm.map(({ start }) => start);
  const again = calm.flatMap((row) => row.again);
  const parsers = PARSERS.map((parser) => {
    const times = calm.flatMap((row) => row.times[parser] ?? []);
    // Where the parser gave up or failed, it has no time to compare.
    const ended = times.filter(Number.isFinite);
    const figures = { median: rounded(median(ended)), least: rounded(share(ended, 0)) };
    return [parser, { ...figures, gaveUp: times.length - ended.length }];
  });
  return {
    pages: rows.length,
    start: spread(start),
    fresh: spread(fresh),
    first: spread(first),
    longest: rounded(Math.max(...rows.map(longest))),
    again: spread(again),
    timesAsFastAs: Object.fromEntries(parsers),
  };
}

/** Time per node on the largest page without a list over that on the one of 10,000 nodes: 1 when cost is linear. */
function linearity(rows: readonly Row[]): number {
  const cost = (start: string) => {
    const row = rows.find(({ name }) => name.startsWith(start));
    return row === undefined ? 0 : median(totals(row)) / row.nodes;
  };
  return rounded(cost('200000 ') / cost('10000 '));
}

function table(rows: readonly Row[]): string {
  const head = [
    'page',
    'nodes',
    'people',
    'start',
    'fresh',
    'first: median',
    'p95',
    'longest',
    'again: median',
    'p95',
    ...PARSERS.map((parser) => `${parser} ×`),
  ];
  const ms = (numbers: readonly number[], part: number) =>
    numbers.length === 0 ? '-' : share(numbers, part).toFixed(2);
  const cells = rows.map((row) => [
    row.name,
    String(row.nodes),
    String(row.people),
    ms([row.start], 1),
    ms([row.fresh.total], 1),
    ms(totals(row), 0.5),
    ms(totals(row), 0.95),
    ms([longest(row)], 1),
    ms(row.again, 0.5),
    ms(row.again, 0.95),
    ...PARSERS.map((parser) => row.times[parser]?.toFixed(1) ?? '-'),
  ]);
  const widths = head.map((title, at) => Math.max(title.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  ');
  return [head, ...cells].map(line).join('\n');
}
