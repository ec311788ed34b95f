import type { Random } from "../http/random.js";

/** Chance that is the same for the same seed: mulberry32, for tests and for nothing that must be secret. */
export function seededRandom(seed: number = 1): Random {
  let state = seed | 0;
  const float = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) / 2 ** 32;
  };
  const digit = (): string => Math.floor(float() * 16).toString(16);
  return {
    float,
    uuid: () => "........-....-4...-8...-............".replace(/\./g, digit),
  };
}
