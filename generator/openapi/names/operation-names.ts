import { nameKey } from "../../model/name.js";
import type { Endpoint } from "../operation/endpoints.js";
import { sameNoun } from "../schema/hint.js";
import { Names, pascal, snake, wordsOf } from "./words.js";

/** An operation with the names that it gets. */
export interface NamedEndpoint extends Endpoint {
  readonly resource: string;
  /** The tag that the resource stands for; undefined if it is named after the path. */
  readonly tag: string | undefined;
  /** `list`, in its resource. */
  readonly name: string;
  /** `ListUsers`, in the whole schema: what the types that only it has are called after. */
  readonly title: string;
}

/** Names of all operations. Each depends on nothing but the operation itself, unless two would get the same. */
export function nameOperations(endpoints: readonly Endpoint[]): readonly NamedEndpoint[] {
  const tags = new Names();
  const resources = new Map<string, string>();
  const titles = new Names();
  const drafts = endpoints.map((endpoint) => {
    const tag = tagOf(endpoint);
    const key = tag ?? pathWords(endpoint.template)[0] ?? "root";
    const resource = resources.get(key) ?? tags.take(snake(wordsOf(key).length > 0 ? wordsOf(key) : ["root"]));
    resources.set(key, resource);
    const full = fullName(endpoint, wordsOf(key));
    return { endpoint, tag, resource, full, short: withoutNoun(full, wordsOf(resource)) };
  });
  const names = new Map(
    [...new Set(resources.values())].map((resource) => [resource, namesIn(drafts.filter((draft) => draft.resource === resource))]),
  );
  return drafts.map(({ endpoint, tag, resource, full, short }) => ({
    ...endpoint,
    tag,
    resource,
    name: names.get(resource)?.(full, short) ?? snake(full),
    title: titles.take(pascal(snake(full)), pascal(`${resource}_${snake(full)}`)),
  }));
}

/** Short names for all whose short name nobody else wants. */
function namesIn(drafts: readonly { readonly full: readonly string[]; readonly short: readonly string[] }[]) {
  const wanted = new Map<string, Set<string>>();
  for (const { full, short } of drafts) {
    for (const name of [snake(full), snake(short)]) wanted.set(nameKey(name), (wanted.get(nameKey(name)) ?? new Set()).add(snake(full)));
  }
  const names = new Names();
  return (full: readonly string[], short: readonly string[]): string => {
    const isFree = wanted.get(nameKey(snake(short)))?.size === 1;
    return isFree ? names.take(snake(short), snake(full)) : names.take(snake(full));
  };
}

function tagOf({ operation }: Endpoint): string | undefined {
  const [tag] = operation.get("tags")?.items() ?? [];
  return typeof tag?.value === "string" && wordsOf(tag.value).length > 0 ? tag.value : undefined;
}

/** The words of an operation's id without what only repeats its resource, its path or its method. */
function fullName(endpoint: Endpoint, resource: readonly string[]): readonly string[] {
  const id = endpoint.operation.text("operationId") ?? "";
  const words = wordsOf(id);
  if (words.length === 0) return [endpoint.method.toLowerCase(), ...pathWords(endpoint.template), ...byWords(endpoint.template)];
  const separated = /[/.:_#]/.exec(id);
  const ahead = separated ? wordsOf(id.slice(0, separated.index)).filter((word) => !/^(controller|api|service)$/.test(word)) : [];
  const isPrefix = ahead.length > 0 && (sameWords(ahead, resource) || /controller|Api|Service/.test(id.slice(0, separated?.index)));
  const own = isPrefix && separated ? wordsOf(id.slice(separated.index + 1)) : words;
  return withoutPath(own.length > 0 ? own : words, endpoint);
}

/** `read_item_items__item_id__get`, as some frameworks make them, is `read_item`. */
function withoutPath(words: readonly string[], { template, method }: Endpoint): readonly string[] {
  const tail = [...wordsOf(template.replaceAll("/", " ")), method.toLowerCase()];
  const cut = words.length - tail.length;
  return cut > 0 && tail.every((word, index) => words[cut + index] === word) ? words.slice(0, cut) : words;
}

/** `get_user_details` of `users` is `get_details`: the noun behind the verb repeats the resource. */
function withoutNoun(words: readonly string[], resource: readonly string[]): readonly string[] {
  const noun = words.slice(1, 1 + resource.length);
  const rest = words.slice(1 + resource.length);
  const isRepeated = sameWords(noun, resource) && !/^(for|of|to|from|in|with|at|on|and|or)$/.test(rest[0] ?? "");
  return isRepeated ? [...words.slice(0, 1), ...rest] : words;
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, index) => word === b[index] || (index === a.length - 1 && sameNoun(word, b[index] ?? "")));
}

/** The words of a path that are no parameters, without a version in front. */
function pathWords(template: string): readonly string[] {
  const segments = template.split("/").filter((segment) => segment !== "" && !segment.includes("{"));
  const words = segments.filter((segment, index) => index > 0 || !/^(api|v\d+(\.\d+)*)$/i.test(segment)).flatMap(wordsOf);
  return words.length > 0 ? words : segments.flatMap(wordsOf);
}

function byWords(template: string): readonly string[] {
  const last = /\{([^{}]+)\}\/?$/.exec(template)?.[1];
  return last === undefined ? [] : ["by", ...wordsOf(last)];
}
