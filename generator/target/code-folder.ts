/** A folder with TypeScript of the user's or of Heddle's own. */
export interface CodeFolder {
  /** Absolute. */
  readonly path: string;
  /** As messages call it: from the project's folder, with forward slashes. */
  readonly shown: string;
}

/** What loading needs of a file system. Paths are absolute. */
export interface CodeReader {
  stat(path: string): { readonly kind: "file" | "folder" | "link" | "other" } | undefined;
  /** Undefined if there is nothing. */
  read(path: string): Uint8Array | undefined;
  /** Sorted names in a folder; none if there is no folder. */
  list(folder: string): readonly string[];
}

/** A file that was read, exactly as it was: a run whose inputs all have the same bytes has nothing to do. */
export interface CodeInput {
  /** Absolute. */
  readonly path: string;
  readonly shown: string;
  readonly bytes: Uint8Array;
}
