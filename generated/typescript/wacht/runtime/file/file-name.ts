/** The last component of a path of any system, of control characters with line breaks only; nothing for `.` and `..`. */
export function baseName(path: string): string | undefined {
  const last = path
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/[^\P{Cc}\r\n]/gu, "")
    .trim();
  return last && !/^\.{1,2}$/.test(last) ? last : undefined;
}

/** What `%XX` stands for; the text itself where that is no UTF-8. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
