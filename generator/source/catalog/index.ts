import { config } from "./config.js";
import { conformance } from "./conformance.js";
import { document } from "./document.js";
import type { Entry } from "./entry.js";
import { names } from "./names.js";
import { openapi } from "./openapi.js";
import { output } from "./output.js";
import { rules } from "./rules.js";
import { targets } from "./targets.js";
import { templates } from "./templates.js";
import { yaml } from "./yaml.js";

/** Every finding Heddle can report, by code. All wording lives here, so that it is reviewed on one page per stage. */
export const catalog = {
  ...config,
  ...yaml,
  ...document,
  ...names,
  ...rules,
  ...targets,
  ...templates,
  ...output,
  ...conformance,
  ...openapi,
};

export type Code = keyof typeof catalog;

/** What the message of a code needs to know about the case at hand. */
export type Args<C extends Code> = (typeof catalog)[C] extends Entry<infer A> ? A : never;
