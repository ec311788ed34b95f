/** JSON text, whole or cut, with the values of the members `names` as `***`. */
export function shownJson(
  names: readonly string[] | undefined,
  text: string,
): string {
  return (names ?? []).reduce(without, text);
}

function without(text: string, name: string): string {
  const key = JSON.stringify(name).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const form = new RegExp(`${key}\\s*:\\s*`, "g");
  let shown = "";
  let at = 0;
  for (let found = form.exec(text); found; found = form.exec(text)) {
    shown += `${text.slice(at, form.lastIndex)}"***"`;
    at = form.lastIndex = endOfValue(text, form.lastIndex);
  }
  return shown + text.slice(at);
}

/** Where the value ends that begins at `start`: behind its last bracket or quote, or before what follows it. */
function endOfValue(text: string, start: number): number {
  const token = /"(?:\\.|[^"\\])*"?|[^"[\]{},]+|./sy;
  let depth = 0;
  for (token.lastIndex = start; token.lastIndex < text.length;) {
    const at = token.lastIndex;
    const mark = token.exec(text)?.[0][0] ?? "";
    if (depth === 0 && /[,\]}]/.test(mark)) return at;
    if (/[[{]/.test(mark)) depth++;
    if (/[\]}]/.test(mark)) depth--;
    if (depth === 0 && /["\]}]/.test(mark)) return token.lastIndex;
  }
  return text.length;
}
