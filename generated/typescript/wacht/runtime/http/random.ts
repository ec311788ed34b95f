/** Where chance comes from (SEAM-1). */
export interface Random {
  /** At least 0, less than 1. */
  float(): number;
  /** A UUID of version 4. */
  uuid(): string;
}

/** The platform's. */
export const systemRandom: Random = {
  float: () => Math.random(),
  uuid: () => crypto.randomUUID(),
};
