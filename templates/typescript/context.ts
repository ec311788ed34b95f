export type { TypeScriptContext as Context } from "heddle/typescript";
