import type { Json } from "../../model/described.js";
import type { FieldDeclaration, MemberDeclaration, ParamDeclaration } from "../document.js";
import { printType } from "../type-print.js";
import { describedEntries, exampleEntries, valueTree } from "./described.js";
import { bare, list, map, text, type Tree } from "./yaml-tree.js";

type Entry = readonly [key: string, value: Tree];

/** Docs that are longer than this get a line of their own. */
const shortDoc = 110;

/** Fields, spreads and includes; includes side by side share a key. */
export function memberEntries(members: readonly MemberDeclaration[]): readonly Entry[] {
  const includes = members.filter((member) => member.kind === "include").map(({ type }) => text(printType(type)));
  const [only, second] = includes;
  const head: readonly Entry[] = only ? [["$include", second ? list(includes) : only]] : [];
  const fields = members.flatMap((member): readonly Entry[] => {
    if (member.kind === "include") return [];
    if (member.kind === "field") return [[`${member.name.value}${member.optional ? "?" : ""}`, fieldTree(member)]];
    return [[`...${member.name.value}`, typeTree(member)]];
  });
  return [...head, ...fields];
}

/** A type with its doc, in one text if both are short. */
export function typeTree({ type, description }: Pick<FieldDeclaration, "type" | "description">): Tree {
  const { doc, ...rest } = description;
  const others = describedEntries(rest, "$").filter((entry) => entry !== undefined);
  if (others.length === 0 && isShort(doc?.value)) return text(`${printType(type)}${docText(doc?.value)}`);
  return map([["$type", text(printType(type))], ...describedEntries(description, "$")]);
}

type FieldLike = Omit<FieldDeclaration, "kind">;

export function fieldTree(field: FieldLike): Tree {
  const entries = longEntries(field);
  return entries.length === 0 ? text(shortText(field)) : map([["$type", text(printType(field.type))], ...entries]);
}

/** A parameter: a field, and how it is written. */
export function paramTree(param: ParamDeclaration): Tree {
  const style = [
    param.list && (["$list", text(param.list.value)] as const),
    param.object && (["$object", text(param.object.value)] as const),
    param.null && (["$null", text(param.null.value)] as const),
    param.segments ? (["$segments", bare(true)] as const) : undefined,
  ].filter((entry) => entry !== undefined);
  if (style.length === 0) return fieldTree(param);
  return map([
    ["$type", text(printType(param.type))],
    ...style,
    ...(longEntries(param).length > 0 ? longEntries(param) : shortEntries(param)),
  ]);
}

/** What the short form cannot hold; empty if it can hold everything. */
function longEntries(field: FieldLike): readonly Entry[] {
  const { wire, examples, sendDefault, description } = field;
  const { doc, deprecated, since, removed } = description;
  const isPlainDeprecation = !deprecated || !(deprecated.doc ?? deprecated.since ?? deprecated.use);
  const fitsShort = !wire && examples.length === 0 && !sendDefault && isPlainDeprecation && !since && !removed && isShort(doc?.value);
  return fitsShort && literalText(field.default?.value) !== undefined ? [] : shortEntries(field);
}

function shortEntries(field: FieldLike): readonly Entry[] {
  const { wire, access, secret, examples, sendDefault, description } = field;
  return [
    wire && (["$wire", text(wire.value)] as const),
    ...describedEntries(description, "$"),
    field.default && (["$default", valueTree(field.default.value)] as const),
    sendDefault ? (["$send_default", bare(true)] as const) : undefined,
    access === "both" ? undefined : (["$access", text(access)] as const),
    secret ? (["$secret", bare(true)] as const) : undefined,
    ...exampleEntries(examples),
  ].filter((entry) => entry !== undefined);
}

/** `type = default modifiers -- doc`. */
function shortText({ type, access, secret, description, default: value }: FieldLike): string {
  const literal = value && literalText(value.value);
  const words = [access === "both" ? "" : access, secret ? "secret" : "", description.deprecated ? "deprecated" : ""].filter(
    (word) => word !== "",
  );
  return [printType(type), ...(literal === undefined ? [] : [`= ${literal}`]), ...words].join(" ") + docText(description.doc?.value);
}

function docText(doc: string | undefined): string {
  return doc === undefined ? "" : ` -- ${doc}`;
}

function isShort(doc: string | undefined): boolean {
  return doc === undefined || (doc.length <= shortDoc && !/\n|^\s|\s$|^$/.test(doc));
}

/** A default behind `=`; undefined if it has no such form. The empty text if there is no default. */
function literalText(value: Json | undefined): string | undefined {
  if (value === undefined) return "";
  if (typeof value === "string")
    return /^[A-Za-z_][\w.-]*$/.test(value) && !/^(null|true|false)$/.test(value) ? value : JSON.stringify(value);
  return typeof value === "object" && value !== null && !Array.isArray(value) ? undefined : JSON.stringify(value);
}
