import { code, group, indent, softline, widthOf, type Code } from "heddle/template";

/** Columns that rustfmt gives a chain of calls on one line. */
const chainWidth = 60;

/** `client.notes().list_notes().await?`; a link a line where that is wide. */
export function chain(links: readonly Code[]): Code {
  const [first, ...others] = links;
  const width = links.reduce((sum, link) => sum + widthOf(link), 0);
  return group([code`${first}`, indent(others.map((link) => [softline, link]))], { break: width > chainWidth && others.length > 1 });
}
