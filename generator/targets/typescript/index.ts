// What templates for TypeScript may name: `import type { TypeScriptContext } from "heddle/typescript"`.
export type { TypeScriptContext } from "./template-context.js";
