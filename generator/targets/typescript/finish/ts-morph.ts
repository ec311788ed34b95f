import { createRequire } from "node:module";

/**
 * ts-morph, by `require`: `import` of a CommonJS package has Node scan all of it for the names it exports, which for the TypeScript
 * compiler in it takes 0.4 s, longer than running it.
 */
const required = createRequire(import.meta.url)("ts-morph") as typeof import("ts-morph");

export const { Node, Project, SyntaxKind, ts } = required;
