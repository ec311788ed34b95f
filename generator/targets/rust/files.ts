import type { Member, Model, TypeDef, TypeRef, Union, Variant } from "../../model/index.js";
import { allOperations } from "../../model/index.js";

/**
 * Which members of types, and which variants of unions, hold files: the bytes of a body of parts, and those of a type with `$file`. A type
 * that comes in answers as well has bytes there.
 */
export function fileHolders(model: Model): (node: Member | Variant) => boolean {
  const types = new Map(model.types.map((type) => [type.name, type]));
  const embedded = model.types.filter((type) => type.kind === "record").filter(({ travels }) => !travels.response);
  const found = new Set<object>(
    embedded.flatMap((type) => type.members.filter((member) => member.kind === "field" && member.wire === type.file?.data)),
  );
  const seen = new Set<TypeDef>();

  const part = (node: Member | Variant, ref: TypeRef): void => {
    if (isBytes(ref, types)) found.add(node);
  };
  const members = (all: readonly Member[]): void => {
    for (const member of all) {
      if (member.kind === "spread") look(member.type);
      else part(member, member.type);
    }
  };
  const variants = ({ tagging, base, variants: all }: Union): void => {
    members(base);
    for (const variant of all) {
      if (variant.payload.kind === "type") {
        if (tagging.kind === "internal" || tagging.kind === "untagged") look(variant.payload.type);
        else part(variant, variant.payload.type);
      } else if (variant.payload.kind === "fields" && tagging.kind !== "external" && tagging.kind !== "adjacent")
        members(variant.payload.members);
    }
  };
  const look = (ref: TypeRef): void => {
    const type = ref.kind === "named" ? types.get(ref.name) : undefined;
    if (!type || seen.has(type) || type.travels.response) return;
    seen.add(type);
    if (type.kind === "alias") look(type.type);
    if (type.kind === "record") members(type.members);
    if (type.kind === "union") variants(type);
  };

  for (const { body } of allOperations(model.resources))
    for (const { kind, type } of body?.contents ?? []) if (kind === "multipart") look(type);
  return (node) => found.has(node);
}

function isBytes(ref: TypeRef, types: ReadonlyMap<string, TypeDef>): boolean {
  if (ref.kind === "list" || ref.kind === "nullable") return isBytes(ref.of, types);
  if (ref.kind === "scalar") return ref.scalar === "bytes" && !ref.encoding;
  const type = ref.kind === "named" ? types.get(ref.name) : undefined;
  return type?.kind === "alias" && !type.distinct && isBytes(type.type, types);
}
