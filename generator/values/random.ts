/** Chance that is the same for the same seed, on every machine. */
export interface Random {
  /** At least 0, less than 1. */
  float(): number;
  /** Both ends are included. */
  integer(least: number, most: number): number;
  /** One of the items, of which there is at least one. */
  pick<T>(items: readonly [T, ...T[]]): T;
  /** True for this share of all cases. */
  happens(rate: number): boolean;
  /** A chance of its own for each name, whatever else was drawn before. */
  for(name: string): Random;
}

/** The generator `mulberry32`: 32 bits of state are plenty for values that only have to look different. */
export function seeded(seed: string): Random {
  let state = hash(seed);
  const float = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (least: number, most: number): number => least + Math.floor(float() * (most - least + 1));
  return {
    float,
    integer,
    pick: (items) => items[integer(0, items.length - 1)] ?? items[0],
    happens: (rate) => float() < rate,
    for: (name) => seeded(`${seed}/${name}`),
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let bits = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) bits = Math.imul(bits ^ byte, 0x01000193);
  return bits;
}
