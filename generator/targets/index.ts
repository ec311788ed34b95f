import type { Target } from "../target/index.js";
import { rust } from "./rust/target.js";
import { typescript } from "./typescript/target.js";

/** Every language, by the name it has in `heddle.config.yaml`. */
export const targets: ReadonlyMap<string, Target> = new Map<string, Target>([
  [rust.id, rust],
  [typescript.id, typescript],
]);
