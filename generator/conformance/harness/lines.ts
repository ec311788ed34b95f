import type { Readable } from "node:stream";

/** Gives each line of a stream of UTF-8. Only a line feed ends one: JSON may hold U+2028, at which Node's own reader of lines would stop. */
export function eachLine(stream: Readable, hear: (line: string) => void): void {
  let rest = "";
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) hear(line);
  });
  stream.on("end", () => {
    if (rest !== "") hear(rest);
  });
}
