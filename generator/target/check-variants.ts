import path from "node:path";
import { allOperations, type Model } from "../model/index.js";
import { nearest } from "../source/nearest.js";
import type { Report } from "../source/report.js";
import type { TemplateSet } from "./template-set.js";

/** Reports every `template:` of the schema that this target has no template for, at its line. */
export function checkVariants(model: Model, target: string, templates: TemplateSet, report: Report): void {
  const known = templates.variants("operation");
  for (const { template, removed } of allOperations(model.resources)) {
    if (!template || removed !== undefined || known.includes(template.name)) continue;
    const near = nearest(template.name, known);
    const file = `operation.${template.name}.ts`;
    const create =
      templates.userFolder === undefined
        ? `create \`templates/${target}/${file}\` and name the folder under \`templates\` in the configuration`
        : `create \`${path.posix.join(templates.userFolder, file)}\``;
    const hint = near === undefined ? create : `did you mean \`${near}\`? Otherwise ${create}`;
    report.add("HD611", template.origin, { variant: template.name, target }, { hint });
  }
}
