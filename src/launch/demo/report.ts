import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Unexpected } from './expecting.ts';

/** Something that can be photographed in both themes: a tab, the popup, the side panel. */
export interface Photographed {
  screenshot(options: { path: string }): Promise<unknown>;
  dark(on: boolean): Promise<void>;
}

export interface Step {
  /** Adds to the step's line: what the screen says. */
  says(words: string): void;
  /** Saves what a screen shows as the next of the numbered pictures. */
  shot(screen: Photographed, name: string, themes?: 'both'): Promise<void>;
}

/** Prints the walk, a line for each step with the balance before and after it, and saves its pictures. */
export interface Report {
  /**
   * Does one step. Throws what the step threw, after it has been printed.
   * @param title what the rep does
   */
  step(title: string, act: (step: Step) => Promise<void>): Promise<void>;
  /** Where a step that failed was looking, for its picture. */
  watch(screen: Photographed): void;
  end(): void;
}

const TITLE_WIDTH = 62;

/**
 * @param folder where the pictures go; those of an earlier walk are removed
 * @param balance the spendable credits, by the server's ledger; null before there is a purse
 */
export async function startReport(
  folder: string,
  balance: () => Promise<number | null>,
  print: (line: string) => void,
): Promise<Report> {
  await mkdir(folder, { recursive: true });
  const old = (await readdir(folder)).filter((name) => /^\d\d-.+\.png$/.test(name));
  await Promise.all(old.map((name) => rm(join(folder, name))));
  const began = performance.now();
  let steps = 0;
  let pictures = 0;
  let watched: Photographed | undefined;

  const picture = (name: string) => join(folder, `${String(++pictures).padStart(2, '0')}-${name}.png`);

  return {
    watch(screen) {
      watched = screen;
    },

    async step(title, act) {
      const before = await balance();
      const said: string[] = [];
      const number = String(++steps).padStart(2);
      try {
        await act({
          says: (words) => said.push(words),
          async shot(screen, name, themes) {
            await screen.screenshot({ path: picture(name) });
            if (themes !== 'both') return;
            await screen.dark(true);
            await screen.screenshot({ path: picture(`${name}-dark`) });
            await screen.dark(false);
          },
        });
      } catch (error) {
        print(`${number}  ${title.padEnd(TITLE_WIDTH)}  FAILED`);
        if (error instanceof Unexpected) print(`      expected  ${error.expected}\n      seen      ${error.seen}`);
        else print(`      ${error instanceof Error ? error.message : String(error)}`);
        const path = picture('failed');
        const saved = await watched?.screenshot({ path }).then(
          () => true,
          () => false,
        );
        if (saved) print(`      picture   ${relative(process.cwd(), path)}`);
        throw error;
      }
      print(
        `${number}  ${title.padEnd(TITLE_WIDTH)}  ${figures(before, await balance())}   ${said.join(', ')}`.trimEnd(),
      );
    },

    end() {
      const seconds = ((performance.now() - began) / 1000).toFixed(0);
      print(
        `\n${steps} steps, each as it should be, in ${seconds} s. ${pictures} pictures: ${relative(process.cwd(), folder)}/`,
      );
    },
  };
}

/** `  63 →  62`, or `  62` when nothing was spent. */
function figures(before: number | null, after: number | null): string {
  const shown = (credits: number | null) => (credits === null ? '–' : String(credits)).padStart(4);
  return `${shown(before)} → ${shown(after)}`;
}
