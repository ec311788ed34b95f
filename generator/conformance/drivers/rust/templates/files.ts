import { type Template } from "heddle/template";
import type { RustContext } from "heddle/rust";
import { descriptionOf } from "../../typescript/templates/description.js";
import { callsOf } from "./places.js";
import { surfaceModule } from "./surface-module.js";

/** Everything that a crate has, and beside it what the driver calls it by. */
const files: Template<"files", RustContext> = (model, cx, inherited) => [
  ...inherited(),
  { path: "conformance/surface.rs", content: cx.module(surfaceModule(model, cx)) },
  {
    path: "conformance/description.json",
    content: { text: `${JSON.stringify({ ...descriptionOf(model), calls: callsOf(model) })}\n` },
  },
];

export default files;
