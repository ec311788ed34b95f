import { allOperations, code, type Code, type Described, type Member, type Model, type Operation } from "heddle/template";
import type { Context } from "./context.js";

/** What to use instead of `node`, as a program spells it: a link to a function or type; a parameter, field or value as Markdown. */
export function replacement(node: Described, use: string, cx: Context): string | Code {
  const sibling = siblings(node, cx.model).find(({ name }) => name === use);
  if (sibling) return `\`${sibling.spelling}\``;
  const operations = allOperations(cx.model.resources);
  const owner = operations.find((each) => each === node || each.calls.some((call) => call === node));
  const found = owner && functionOf(use, [owner, ...siblingOperations(owner, operations), ...operations], cx);
  if (found) return found;
  const type = cx.model.types.find(({ name, removed }) => name === use && removed === undefined);
  return type ? code`{@link ${cx.localName(type)}}` : `\`${use}\``;
}

function functionOf(use: string, operations: readonly Operation[], cx: Context): Code | undefined {
  const calls = operations.flatMap((operation) => {
    const live = operation.calls.filter((call) => call.removed === undefined);
    const named = live.filter(({ name }) => name === use);
    return operation.id === use ? live.slice(0, 1) : named;
  });
  return calls[0] && code`{@link ${cx.localName(calls[0], "function")}}`;
}

function siblingOperations({ id }: Operation, operations: readonly Operation[]): readonly Operation[] {
  const resource = (path: string): string => path.slice(0, path.lastIndexOf("."));
  return operations.filter((each) => resource(each.id) === resource(id));
}

interface Sibling {
  readonly node: object;
  readonly name: string;
  readonly spelling: string;
}

/** The parameters, fields or values that a parameter, field or value lies among; none for anything else. */
function siblings(node: Described, model: Model): readonly Sibling[] {
  return groups(model).find((group) => group.some((each) => each.node === node)) ?? [];
}

function groups(model: Model): readonly (readonly Sibling[])[] {
  return [
    ...allOperations(model.resources).map(({ params }) => params.map((node) => ({ node, name: node.name, spelling: node.name }))),
    ...model.types.flatMap((type) => {
      if (type.kind === "enum") return [type.values.map((node) => ({ node, name: node.name, spelling: String(node.value) }))];
      if (type.kind === "record") return [fields(type.members)];
      if (type.kind !== "union") return [];
      return [type.base, ...type.variants.map(({ payload }) => (payload.kind === "fields" ? payload.members : []))].map(fields);
    }),
  ];
}

function fields(members: readonly Member[]): readonly Sibling[] {
  return members.flatMap((node) => (node.kind === "field" ? [{ node, name: node.name, spelling: node.wire }] : []));
}
