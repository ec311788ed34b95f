import path from "node:path";
import { Report } from "../../source/report.js";
import type { SourceFile } from "../../source/source-file.js";
import type { Span } from "../../source/span.js";
import { check } from "../../syntax/check.js";
import { child, type Entry, type Node } from "../../syntax/node.js";
import { readValue } from "../../syntax/read/value.js";
import { parseYaml } from "../../syntax/yaml.js";
import { contradictionIn } from "./contradiction.js";
import { expand } from "./expand.js";
import { rowsOf } from "./rows.js";
import type { Scenario, Suite } from "./scenario.js";
import { scenarioShape, suiteShape, type SuiteText } from "./shapes.js";
import { vectorsOf } from "./vectors.js";

/** Reads a file of scenarios; undefined if something is wrong, which is reported at its place. `folder` is where it lies. */
export function readSuite(file: SourceFile, folder: string, report: Report): Suite | undefined {
  const own = new Report();
  const root = parseYaml(file, own);
  if (root) check(root, suiteShape, { what: "the suite", key: root.span }, own);
  const scenarios = root && !own.failed ? scenariosOf(root, own) : [];
  report.addAll(distinct(own));
  const named = child(root, "schema");
  const schema = suiteShape.shape.schema.safeParse(named && readValue(named).value).data;
  if (own.failed || !named || schema === undefined) return undefined;
  return { path: file.path, schema: path.resolve(folder, schema), origin: named.span, scenarios };
}

function scenariosOf(root: Node, report: Report): readonly Scenario[] {
  const suite = suiteShape.parse(readValue(root).value);
  const { defaults = {} } = suite;
  const scenarios = entries(root, "scenarios").flatMap(({ key, value }) =>
    rowsOf(key.value, value).flatMap(({ name, node }) => read(name, node, key.span, defaults, report)),
  );
  for (const scenario of scenarios) {
    const problem = contradictionIn(scenario);
    if (problem !== undefined) report.add("HD806", scenario.origin, { name: scenario.name, problem });
  }
  const vectors = entries(root, "vectors").flatMap(({ key }) => {
    const table = suite.vectors?.[key.value];
    return table ? vectorsOf(key.value, table).flatMap(({ name, text }) => expand(name, text, defaults, key.span)) : [];
  });
  return [...scenarios, ...vectors];
}

function read(name: string, node: Node, origin: Span, defaults: NonNullable<SuiteText["defaults"]>, report: Report): readonly Scenario[] {
  const found = report.diagnostics.length;
  check(node, scenarioShape, { what: `the scenario \`${name}\``, key: origin }, report);
  if (report.diagnostics.length > found) return [];
  return expand(name, scenarioShape.parse(readValue(node).value), defaults, origin);
}

function entries(root: Node, key: string): readonly Entry[] {
  const table = child(root, key);
  return table?.kind === "mapping" ? table.entries : [];
}

/** Rows of a table share their template: what is wrong in it is said once. */
function distinct(report: Report): Report["diagnostics"] {
  const seen = new Set<string>();
  return report.diagnostics.filter(({ code, message, span }) => {
    const key = `${code} ${span?.start} ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
