import type { Target } from "../target/index.js";
import { typescript } from "./typescript/target.js";

/** Every language, by the name it has in `heddle.config.yaml`. */
export const targets: ReadonlyMap<string, Target> = new Map([[typescript.id, typescript]]);
