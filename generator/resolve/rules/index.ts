import { genericExpansion } from "./generic-expansion.js";
import { recursion } from "./recursion.js";
import { removed } from "./removed.js";
import type { Rule } from "./rule.js";
import { spreads } from "./spreads.js";
import { uniqueNames } from "./unique-names.js";
import { unionPayloads } from "./union-payloads.js";
import { unionTags } from "./union-tags.js";
import { untaggedUnions } from "./untagged-unions.js";

/** Every rule over the whole model, in the order in which their findings are reported. */
export const rules: readonly Rule[] = [
  uniqueNames,
  recursion,
  genericExpansion,
  unionTags,
  unionPayloads,
  untaggedUnions,
  spreads,
  removed,
];
