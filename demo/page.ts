/** Writes what happens: plain lines in three weights. `NO_COLOR` and `FORCE_COLOR` decide, else whether a person looks. */
const { NO_COLOR, FORCE_COLOR } = process.env;
const coloured = !NO_COLOR && (FORCE_COLOR ? FORCE_COLOR !== "0" : process.stdout.isTTY);

function styled(code: number, text: string): string {
  return coloured ? `\u001b[${code}m${text}\u001b[0m` : text;
}

/** A chapter: what is about to be shown. */
export function chapter(title: string): void {
  console.log(`\n${styled(1, title)}`);
}

/** A call, as it stands in the source. */
export function call(text: string): void {
  console.log(styled(36, `  ${text}`));
}

/** What came of it, in columns. */
export function outcome(...columns: readonly (string | number | undefined)[]): void {
  console.log(`    ${columns.map((column, index) => String(column ?? "").padEnd(widths[index] ?? 0)).join("  ")}`.trimEnd());
}

const widths = [15, 26, 8];

/** A remark beside the story. */
export function remark(text: string): void {
  console.log(styled(2, `  ${text}`));
}

/** Text without a line end, as it arrives. */
export function piece(text: string): void {
  process.stdout.write(text);
}
