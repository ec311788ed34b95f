/** What a terminal would obey, or a reader would not see: controls, bidirectional marks, separators and invisible characters. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

/** The text of somebody else, safe to print: what is not seen is written as `\u001b`. Tabs and line feeds stay. */
export function visible(text: string): string {
  return text.replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
