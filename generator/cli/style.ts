/** Colours for people; `plain` writes none. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

export const plain: Style = { bold: same, dim: same, red: same, yellow: same, green: same, cyan: same };

export const coloured: Style = {
  bold: sgr(1, 22),
  dim: sgr(2, 22),
  red: sgr(31, 39),
  yellow: sgr(33, 39),
  green: sgr(32, 39),
  cyan: sgr(36, 39),
};

/** `NO_COLOR` (no-color.org) and `FORCE_COLOR` decide, if they are set and not empty; otherwise, whether a person looks. */
export function styleFor(stream: { readonly isTTY?: boolean }, env: Readonly<Record<string, string | undefined>>): Style {
  if (env["NO_COLOR"]) return plain;
  const forced = env["FORCE_COLOR"];
  if (forced) return forced === "0" || forced === "false" ? plain : coloured;
  return stream.isTTY && env["TERM"] !== "dumb" ? coloured : plain;
}

function same(text: string): string {
  return text;
}

function sgr(on: number, off: number): (text: string) => string {
  return (text) => `\u001b[${on}m${text}\u001b[${off}m`;
}
