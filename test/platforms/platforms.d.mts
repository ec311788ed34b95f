/** A program that runs JavaScript, from a package. */
export interface Platform {
  readonly name: string;
  /** Name and version of the package. */
  readonly source: string;
  /** Where it is installed. */
  readonly folder: string;
  readonly command: string;
  readonly isThere: boolean;
}

export const platforms: readonly Platform[];
