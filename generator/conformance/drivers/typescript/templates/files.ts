import type { Template } from "heddle/template";
import type { TypeScriptContext } from "heddle/typescript";
import { descriptionOf } from "./description.js";
import { surfaceModule } from "./surface-module.js";

/** Everything that a package has, and beside it what the driver calls it by. */
const files: Template<"files", TypeScriptContext> = (model, cx, inherited) => [
  ...inherited(),
  { path: "conformance/surface.ts", content: cx.module(surfaceModule(model, cx)) },
  { path: "conformance/description.json", content: { text: `${JSON.stringify(descriptionOf(model))}\n` } },
];

export default files;
