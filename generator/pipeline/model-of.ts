import path from "node:path";
import { canonical } from "../model/canonical.js";
import type { Model } from "../model/index.js";
import type { Diagnostic } from "../source/diagnostic.js";
import { Report } from "../source/report.js";
import { confinement } from "./confinement.js";
import { loadModel, type LoadLimits } from "./load-model.js";
import { openConfig, selectTargets } from "./open-config.js";
import type { Project } from "./project.js";

export interface ModelResult extends Found {
  /** Canonical JSON; undefined if there are errors or choices. */
  readonly json?: string;
}

/** A Model that was looked for. */
export interface Found {
  /** Undefined if there are errors or choices. */
  readonly model?: Model;
  readonly diagnostics: readonly Diagnostic[];
  /** The clients of the configuration, if it has several schemas and none was chosen. */
  readonly choices?: readonly string[];
}

/** Which schema is meant: a file, or the one that the configuration names. */
export type Wanted = { readonly schema: string } | { readonly only?: string | undefined };

/** The Model of a schema, as canonical JSON. */
export function modelOf(project: Project, wanted: Wanted): ModelResult {
  const found = findModel(project, wanted);
  return { ...found, ...(found.model && { json: canonical(found.model) }) };
}

/** The Model of a schema file, or of the one that the configuration names. */
export function findModel(project: Project, wanted: Wanted): Found {
  if ("schema" in wanted) return schemaModel(project, wanted.schema);
  const report = new Report();
  const config = openConfig(project, report);
  const targets = config ? selectTargets(config, wanted.only === undefined ? [] : [wanted.only], report) : [];
  if (!config || report.failed) return { diagnostics: report.diagnostics };
  const schemas = new Map(targets.map((target) => [target.schema.value, target.client ?? target.name]));
  const [first, ...others] = schemas.keys();
  if (first === undefined || others.length > 0) return { diagnostics: [], choices: [...schemas.values()] };
  return loaded(project, first, { largestFile: config.largestFile, allows: confinement(project, config.allowedOutside) });
}

/** Without a configuration, the folder Heddle runs in is the project, or that of the file if it lies elsewhere. */
function schemaModel(project: Project, schema: string): Found {
  const file = project.fs.realPath(path.resolve(project.root, schema));
  const relative = path.relative(project.fs.realPath(project.root), file);
  const inside = !relative.startsWith("..") && !path.isAbsolute(relative);
  const root = inside ? project.fs.realPath(project.root) : path.dirname(file);
  const place = { ...project, root };
  const allows = confinement(place, []);
  return loaded(place, (inside ? relative : path.basename(file)).replaceAll(path.sep, "/"), { largestFile: 32e6, allows });
}

function loaded(project: Project, schema: string, limits: LoadLimits): Found {
  const { model, diagnostics } = loadModel(project, schema, limits);
  return { diagnostics, ...(model && { model }) };
}
