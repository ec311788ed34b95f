import { code, join, type Code, type ScalarRef, type TypeRef } from "heddle/template";

const traits = {
  Clone: code`Clone`,
  Copy: code`Copy`,
  Debug: code`Debug`,
  Default: code`Default`,
  Eq: code`Eq`,
  Hash: code`Hash`,
  Ord: code`Ord`,
  PartialEq: code`PartialEq`,
  PartialOrd: code`PartialOrd`,
};

type Trait = keyof typeof traits;

/** `#[derive(..)]`, the traits in the order of their names. */
export function derived(names: readonly Trait[]): Code {
  const sorted = [...new Set(names)].toSorted();
  return code`#[derive(${join(
    code`, `,
    sorted.map((name) => traits[name]),
  )})]`;
}

const equal: readonly Trait[] = ["Eq", "Hash"];
const ordered: readonly Trait[] = [...equal, "Ord", "PartialOrd"];

/** What a value of a type can do beside being cloned, printed and compared: ids are keys of maps. */
export function traitsOf(ref: TypeRef): readonly Trait[] {
  if (ref.kind !== "scalar") return [];
  if (ref.scalar === "json" || ref.scalar.startsWith("float")) return ref.scalar === "json" ? [] : ["Copy"];
  const all = isOrdered(ref) ? ordered : equal;
  return isCopied(ref) ? ["Copy", ...all] : all;
}

function isCopied({ scalar, encoding }: ScalarRef): boolean {
  return /^(bool|u?int\d+|datetime)$/.test(scalar) || (scalar === "duration" && encoding !== undefined);
}

/** Texts of decimals and durations are not in the order of what they mean. */
function isOrdered({ scalar, encoding }: ScalarRef): boolean {
  return scalar !== "decimal" && (scalar !== "duration" || encoding !== undefined);
}
