/** Chance that a seed decides: the same seed and the same calls give the same answers. */
export interface Random {
  /** A whole number from 0 to `below` - 1. */
  below(below: number): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** True once in `1 / probability` times. */
  chance(probability: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** One of the names, each as often as its weight says. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  uuid(): string;
  /** Chance of its own, which what else is drawn here does not disturb. */
  fork(name: string): Random;
}

export function randomOf(seed: string): Random {
  const next = generator(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const random: Random = {
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (probability) => next() < probability,
    pick<T>(list: readonly T[]): T {
      const one = list[below(list.length)];
      if (one === undefined) throw new Error('Nothing to pick from');
      return one;
    },
    weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
      const names = Object.keys(weights) as Name[];
      let left = next() * names.reduce((sum, name) => sum + weights[name], 0);
      for (const name of names) {
        left -= weights[name];
        if (left < 0) return name;
      }
      return random.pick(names);
    },
    uuid() {
      const hex = Array.from({ length: 8 }, () => below(0x1_0000).toString(16).padStart(4, '0')).join('');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
    },
    fork: (name) => randomOf(`${seed}/${name}`),
  };
  return random;
}

/** Numbers from 0 up to 1: "mulberry32", started with the FNV-1a hash of the seed (both in the public domain). */
function generator(seed: string): () => number {
  let state = 0x811c9dc5;
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
