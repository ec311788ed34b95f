import type { Context } from "../context.js";
import { start } from "./guide.js";
import type { PackageOptions } from "./manifest.js";

/** How to add the crate and make a first call: an example of the schema's own. */
export function readme({ name, description }: PackageOptions, cx: Context): string {
  const { model } = cx;
  const add = `\`cargo add ${name}\`, and \`cargo add tokio --features macros,rt-multi-thread\` for programs that have no runtime yet. Rust 1.85 or newer.`;
  return cx.markdown([
    { title: name, text: description ?? model.doc ?? model.client.doc ?? `A client of \`${model.name}\`.` },
    { text: add },
    ...start(cx),
    { text: "`cargo doc --open` shows the rest: lists, streams, errors, and every operation with an example." },
  ]);
}
