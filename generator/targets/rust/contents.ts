import type { Content, Operation, Success } from "../../model/index.js";
import { readContents, sentContents } from "../../target/request-body.js";

/** A variant of an enum of bodies or answers; an answer without content has none. */
export interface ContentVariant<Held extends Content | undefined> {
  readonly name: string;
  readonly content: Held;
}

/** A status of success with the variants of what it gives. */
export interface Response {
  readonly success: Success;
  readonly variants: readonly ContentVariant<Content | undefined>[];
}

/** The bodies among which callers choose, by media type; one where there is no choice. */
export function bodies(operation: Operation): readonly ContentVariant<Content>[] {
  return byMedia(sentContents(operation));
}

/** The answers that differ by status or by media type; none where a call gives one kind of value. */
export function responses({ success, paged, stream }: Operation): readonly Response[] {
  const values = success.flatMap((each) =>
    each.content ? readContents(each).map(({ kind, type }) => JSON.stringify([kind, type])) : [""],
  );
  if (new Set(values).size < 2 || paged || stream) return [];
  return success.map((each) => {
    const status = phrases[each.status] ?? `Status${each.status}`;
    const contents = readContents(each);
    if (contents.length < 2) return { success: each, variants: [{ name: status, content: contents[0] }] };
    const named = byMedia(contents);
    return { success: each, variants: success.length < 2 ? named : named.map(({ name, content }) => ({ name: status + name, content })) };
  });
}

const phrases: Readonly<Record<number, string>> = {
  200: "Ok",
  201: "Created",
  202: "Accepted",
  203: "NonAuthoritative",
  204: "NoContent",
  205: "ResetContent",
  206: "PartialContent",
};

const kinds = { json: "Json", form: "Form", multipart: "Multipart", text: "Text", bytes: "Bytes" } as const;

/** Variants are called by their kind; several of one kind by their media types. */
function byMedia(contents: readonly Content[]): readonly ContentVariant<Content>[] {
  const taken = new Set<string>();
  return contents.map((content) => {
    const isOnly = contents.filter(({ kind }) => kind === content.kind).length === 1;
    const wanted = isOnly ? kinds[content.kind] : pascal(content.media);
    let name = wanted;
    for (let count = 2; taken.has(name); count++) name = `${wanted}${count}`;
    taken.add(name);
    return { name, content };
  });
}

/** `image/svg+xml` as `ImageSvgXml`. */
function pascal(media: string): string {
  const words = media.split(/[^a-z0-9]+/i).filter((word) => word !== "");
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
}
