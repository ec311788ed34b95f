import {
  refsOfType,
  typesByName,
  walkTypeRef,
  type Content,
  type Field,
  type Model,
  type Operation,
  type Success,
  type TypeDef,
  type TypeRef,
} from "../model/index.js";

/** A field of a request body, with its type as the operation uses it. */
export interface BodyField {
  readonly field: Field;
  readonly type: TypeRef;
}

/** The fields of an operation's body, if that is an object: what a builder over the body has setters for. */
export function bodyFields(operation: Operation, model: Model): readonly BodyField[] {
  const ref = operation.body?.contents[0]?.type;
  return ref ? fieldsOf(ref, model) : [];
}

/** The media types that a body can be sent in: all, or the first where setters make the body. */
export function sentContents({ body, calls }: Operation): readonly Content[] {
  const contents = body?.contents ?? [];
  return calls.some((call) => call.style === "builder" && call.setters === "body") ? contents.slice(0, 1) : contents;
}

/** Whether each answer has a media type that can be read: forms and parts come from programs only. */
export function readable({ success }: Operation): boolean {
  return success.every((each) => each.content === undefined || readContents(each).length > 0);
}

/** The media types of an answer that can be read, the main one first. */
export function readContents({ content, alternatives = [] }: Success): readonly Content[] {
  return [content, ...alternatives].filter((each) => each !== undefined).filter(({ kind }) => kind !== "form" && kind !== "multipart");
}

/** Whether every value of a type may be left out at the start: an object without required members. */
export function startsEmpty(ref: TypeRef, model: Model): boolean {
  const type = declaration(ref, model);
  if (type?.kind === "alias") return startsEmpty(type.type, model);
  return type?.kind === "record" && type.members.every((member) => member.kind === "field" && !member.required);
}

/** Whether values of a type are objects in JSON. */
export function isObject(ref: TypeRef, model: Model): boolean {
  if (ref.kind === "nullable") return isObject(ref.of, model);
  const type = declaration(ref, model);
  return ref.kind === "map" || (type?.kind === "alias" ? isObject(type.type, model) : type !== undefined && type.kind !== "enum");
}

/** Whether there is a file (`$file`) somewhere in values of a type. */
export function holdsFile(ref: TypeRef, model: Model): boolean {
  const types = typesByName(model);
  const seen = new Set<TypeDef>();
  const waiting = [ref];
  for (let next = waiting.pop(); next; next = waiting.pop())
    walkTypeRef(next, (part) => {
      const type = part.kind === "named" ? types.get(part.name) : undefined;
      if (!type || seen.has(type)) return;
      seen.add(type);
      waiting.push(...refsOfType(type));
    });
  return [...seen].some((type) => type.kind === "record" && type.file !== undefined);
}

/** The fields of an object type, as a reference to it sees them; of other types there are none. */
export function fieldsOf(ref: TypeRef, model: Model): readonly BodyField[] {
  const type = declaration(ref, model);
  if (ref.kind !== "named" || !type) return [];
  const given = new Map(type.parameters.map((name, index) => [name, ref.args[index]]));
  if (type.kind === "alias") return fieldsOf(substitute(type.type, given), model);
  if (type.kind !== "record") return [];
  return type.members.flatMap((field) => (field.kind === "field" ? [{ field, type: substitute(field.type, given) }] : []));
}

/** The type that a reference names. */
export function declaration(ref: TypeRef, model: Model): TypeDef | undefined {
  return ref.kind === "named" ? typesByName(model).get(ref.name) : undefined;
}

/** A reference with type parameters replaced by what they stand for. */
export function substitute(ref: TypeRef, given: ReadonlyMap<string, TypeRef | undefined>): TypeRef {
  switch (ref.kind) {
    case "parameter":
      return given.get(ref.name) ?? ref;
    case "named":
      return { ...ref, args: ref.args.map((arg) => substitute(arg, given)) };
    case "list":
    case "map":
    case "nullable":
      return { ...ref, of: substitute(ref.of, given) };
    default:
      return ref;
  }
}
