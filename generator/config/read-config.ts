import path from "node:path";
import type { Report } from "../source/report.js";
import type { SourceFile } from "../source/source-file.js";
import type { Span, Text } from "../source/span.js";
import { check } from "../syntax/check.js";
import { child, textOf, type MappingNode, type Node } from "../syntax/node.js";
import { readTexts } from "../syntax/read/value.js";
import { parseYaml } from "../syntax/yaml.js";
import type { Config, TargetConfig } from "./config.js";
import { configShape } from "./shapes.js";
import { parseSize } from "./size.js";

const defaultLargestFile = 32e6;

/** Reads the configuration, all but what only a language knows; undefined if there is nothing to go on with. The report says why. */
export function readConfig(file: SourceFile, report: Report): Config | undefined {
  const root = parseYaml(file, report);
  if (!root || report.failed) return undefined;
  check(root, configShape(), { what: "the configuration", key: root.span }, report);
  if (report.failed || root.kind !== "mapping") return undefined;
  const targets = readClients(root, report);
  const largestFile = readSize(textOf(child(child(root, "limits"), "schema")), report);
  const allowedOutside = readTexts(child(root, "allow_outside"));
  checkOutputs(targets, report);
  return report.failed ? undefined : { file, targets, largestFile, allowedOutside };
}

function readClients(root: MappingNode, report: Report): readonly TargetConfig[] {
  const clients = child(root, "clients");
  if (clients?.kind === "mapping") {
    const beside = root.index.get("schema") ?? root.index.get("targets");
    if (beside) report.add("HD006", beside.key.span, {});
    return clients.entries.flatMap(({ key, value }) => readTargets(value, key.value, key.span, report));
  }
  return readTargets(root, undefined, { ...root.span, end: root.span.start }, report);
}

function readTargets(node: Node, client: string | undefined, place: Span, report: Report): readonly TargetConfig[] {
  const schema = pathOf(child(node, "schema"), report);
  const targets = child(node, "targets");
  if (child(node, "schema") === undefined) report.add("HD005", place, { missing: "`schema`" });
  if (targets?.kind !== "mapping" || targets.entries.length === 0) report.add("HD005", place, { missing: "`targets`" });
  if (!schema || targets?.kind !== "mapping") return [];
  return targets.entries.flatMap(({ key, value }) => {
    const settings = value.kind === "mapping" ? value : undefined;
    const out = pathOf(settings ? child(settings, "out") : value, report);
    const templates = pathsOf(child(settings, "templates"), report);
    const transforms = pathsOf(child(settings, "transforms"), report);
    const name = client === undefined ? key.value : `${client}/${key.value}`;
    return out ? [{ name, client, language: key, schema, out, templates, transforms, settings, origin: key.span }] : [];
  });
}

function readSize(text: Text | undefined, report: Report): number {
  if (text === undefined) return defaultLargestFile;
  const size = parseSize(text.value);
  if (size === undefined) report.add("HD009", text.span, { size: text.value });
  return size ?? defaultLargestFile;
}

function pathsOf(node: Node | undefined, report: Report): readonly Text[] {
  return readTexts(node).flatMap((text) => checkedPath(text, report) ?? []);
}

function pathOf(node: Node | undefined, report: Report): Text | undefined {
  const text = textOf(node);
  return text && checkedPath(text, report);
}

function checkedPath({ value, span }: Text, report: Report): Text | undefined {
  if (/^$|^\/|^[a-z]:|[\\\u0000]/i.test(value)) {
    report.add("HD003", span, { path: value });
    return undefined;
  }
  return { value: path.posix.normalize(value).replace(/(?<=.)\/$/, ""), span };
}

function checkOutputs(targets: readonly TargetConfig[], report: Report): void {
  for (const [index, { out }] of targets.entries()) {
    for (const { out: other } of targets.slice(0, index)) {
      const [outer, inner] = out.value.length < other.value.length ? [out, other] : [other, out];
      if (outer.value !== "." && inner.value !== outer.value && !inner.value.startsWith(`${outer.value}/`)) continue;
      report.add(
        "HD004",
        inner.span,
        { out: inner.value, other: outer.value },
        { related: [{ message: "the other one", span: outer.span }] },
      );
    }
  }
}
