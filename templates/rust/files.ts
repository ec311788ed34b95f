import type { Model, PlannedFile, Template } from "heddle/template";
import type { Context } from "./context.js";
import { manifest, type PackageOptions } from "./package/manifest.js";
import { readme } from "./package/readme.js";
import { serviceModule } from "./service/constants.js";
import { apiModule, modelsModule, rootModule } from "./service/modules.js";

/** The modules that every crate has beside types, errors, resources and the client, and what makes a crate of them. */
const files: Template<"files", Context> = (model, cx) => [
  { path: "src/lib.rs", content: cx.module(rootModule(cx)) },
  { path: "src/service.rs", content: cx.module(serviceModule(cx)) },
  { path: "src/models/mod.rs", content: cx.module(modelsModule(cx)) },
  { path: "src/api/mod.rs", content: cx.module(apiModule(cx)) },
  ...packageFiles(model, cx),
];

function packageFiles(model: Model, cx: Context): readonly PlannedFile[] {
  const options = cx.options["package"] as PackageOptions | undefined;
  if (!options) return [];
  return [
    { path: "Cargo.toml", content: { text: manifest(model, options, cx) } },
    { path: "README.md", content: { text: readme(options, cx) } },
  ];
}

export default files;
