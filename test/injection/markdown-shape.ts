import * as markdown from "prettier/plugins/markdown";

interface MarkdownNode {
  readonly type: string;
  readonly depth?: number;
  readonly lang?: string | null;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly MarkdownNode[];
}

// `{{x}}` is a node to Prettier only.
const inert = new Set([
  "root",
  "paragraph",
  "text",
  "sentence",
  "word",
  "whitespace",
  "break",
  "emphasis",
  "strong",
  "inlineCode",
  "liquidNode",
]);

/** Headings, links, images, HTML, code blocks, lists and tables, in order; running text is nothing. */
export function markdownShape(text: string): string {
  return markdownNodes(text)
    .map(({ type, depth }) => `${type}${depth ?? ""}`)
    .join(" ");
}

/** The same with what each of them says. */
export function markdownNodes(text: string): readonly MarkdownNode[] {
  const found: MarkdownNode[] = [];
  const visit = (node: MarkdownNode): void => {
    if (!inert.has(node.type)) found.push(node);
    node.children?.forEach(visit);
  };
  visit(markdown.parsers.markdown.parse(text, {} as never) as MarkdownNode);
  return found;
}
