import type { Model, PlannedFile, Template } from "heddle/template";
import type { Context } from "./context.js";
import { compilerSettings } from "./package/compiler-settings.js";
import { manifest, type PackageOptions } from "./package/manifest.js";
import { readme } from "./package/readme.js";
import { optionsModule } from "./service/options.js";
import { serviceModule } from "./service/constants.js";
import { defaultClientModule, functionModules } from "./service/functions.js";
import { testingModule } from "./testing/testing-module.js";
import { indexModule } from "./service/index-module.js";
import { validatorModules } from "./validators/modules.js";

/** The modules that every package has beside types, errors, resources and the client, and what makes a package of them. */
const files: Template<"files", Context> = (model, cx) => [
  { path: "index.ts", content: cx.module(indexModule(model, cx)) },
  { path: "core.ts", content: cx.module(optionsModule(cx)) },
  { path: "service.ts", content: cx.module(serviceModule(cx)) },
  ...(model.client.surface === "client"
    ? []
    : [{ path: "default-client.ts", content: cx.module(defaultClientModule(cx)) }, ...functionModules(model, cx)]),
  ...validatorModules(model, cx),
  ...(cx.options["testing"] === false ? [] : [{ path: "testing.ts", content: cx.module(testingModule(model, cx)) }]),
  ...packageFiles(model, cx),
];

function packageFiles(model: Model, cx: Context): readonly PlannedFile[] {
  const options = cx.options["package"] as PackageOptions | undefined;
  if (!options) return [];
  return [
    { path: "package.json", content: { text: manifest(model, options, cx) } },
    { path: "tsconfig.json", content: { text: compilerSettings(cx) } },
    { path: "README.md", content: readme(model, options, cx) },
  ];
}

export default files;
