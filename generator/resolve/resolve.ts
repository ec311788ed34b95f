import type { Model } from "../model/model.js";
import type { Report } from "../source/report.js";
import type { Document, Program } from "../syntax/document.js";
import { withoutAliasCycles } from "./types/alias-cycles.js";
import { clientOf } from "./service/client.js";
import type { Context } from "./context.js";
import { described } from "./described.js";
import { errorTable } from "./service/errors.js";
import { checkPages } from "./operations/page-checks.js";
import { rateLimitsOf } from "./service/rate-limits.js";
import { resourcesOf } from "./operations/resources.js";
import { rules } from "./rules/index.js";
import { Scope } from "./scope.js";
import { onlySection } from "./sections.js";
import { split, splitResources } from "./types/split.js";
import { travels } from "./types/travel.js";
import { TypeTable } from "./types/type-table.js";
import { typesOf } from "./types/types.js";
import { checkUses } from "./uses.js";
import { checkValues } from "./values/value-checks.js";

/**
 * What a program means, or undefined if it has errors. All of them are reported in one go: what cannot be resolved is replaced
 * by something that admits everything, so that one mistake gives one finding.
 */
export function resolve(program: Program, report: Report): Model | undefined {
  const [root] = program.files;
  if (!root) return undefined;
  const cx: Context = {
    report,
    scope: new Scope(program, report),
    access: new Map(),
    shapes: new Map(),
    open: [],
    values: [],
    pages: [],
    uses: [],
  };
  const types = withoutAliasCycles(report, typesOf(cx));
  const draft = draftOf(cx, program, root, types);
  const table = new TypeTable(types);
  checkPages(cx, table);
  checkUses(cx, draft);
  for (const rule of rules) rule(draft, report);
  const model = splitForms(cx, draft, table);
  return report.failed ? undefined : model;
}

/** The model before types are split into request and response forms: one node for each declaration. */
function draftOf(cx: Context, { files }: Program, root: Document, types: Model["types"]): Model {
  const api = root.api ?? { value: root.module, span: { file: root.file, start: 0, end: 0 } };
  const table = new TypeTable(types);
  const client = clientOf(cx, onlySection(cx.report, "client", files, (file) => file.client)?.section, { name: api.value, span: api.span });
  const declared = onlySection(cx.report, "errors", files, (file) => file.errors);
  const errors = errorTable(cx, declared?.section, declared?.file.module ?? root.module, api.span);
  const rateLimits = rateLimitsOf(
    cx,
    files.flatMap((file) => file.rateLimits),
  );
  const places = files.flatMap(({ resources, module }) =>
    resources.map((declaration) => ({ declaration, place: { parents: [], path: [], module } })),
  );
  return {
    name: api.value,
    ...(root.version && { version: root.version.value }),
    ...described(cx, root.description, api.span),
    client,
    errors,
    rateLimits,
    types,
    resources: resourcesOf({ cx, table, client, errors, rateLimits }, places),
  };
}

function splitForms(cx: Context, draft: Model, table: TypeTable): Model {
  const { types, forms } = split(cx, draft.types, travels(cx, table, draft.errors, draft.resources));
  checkValues(cx, new TypeTable(types), forms);
  return { ...draft, types, resources: splitResources(draft.resources, forms) };
}
