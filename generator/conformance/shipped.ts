import path from "node:path";
import type { FileSystem } from "../output/file-system.js";
import type { Project } from "../pipeline/project.js";
import type { Report } from "../source/report.js";
import { decode } from "../syntax/decode.js";
import { Suppressions } from "./harness/suppressions.js";
import { readSuite } from "./scenario/read.js";
import type { Scenario, Suite } from "./scenario/scenario.js";
import type { Identity } from "./server/scripted-server.js";

const largest = 4e6;

/** The files of scenarios: those given, or all that come with Heddle. */
export function readSuites(home: string, given: readonly string[], { fs }: Project, report: Report): readonly Suite[] {
  const folder = path.join(home, "scenarios");
  const shipped = fs.list(folder).filter((name) => name.endsWith(".yaml"));
  const files = given.length > 0 ? given : shipped.map((name) => path.join(folder, name));
  return files.flatMap((file) => {
    const shown = path.relative(process.cwd(), file).replaceAll(path.sep, "/");
    const bytes = fs.read(file);
    if (!bytes) report.add("HD804", undefined, { path: shown });
    const source = bytes && decode(shown, bytes, largest, undefined, report);
    return (source && readSuite(source, path.dirname(file), report)) ?? [];
  });
}

export function readSuppressions(home: string, target: string, fs: FileSystem, report: Report): Suppressions {
  const name = `suppressions/${target}.yaml`;
  const bytes = fs.read(path.join(home, name));
  const source = bytes && bytes.length > 0 ? decode(name, bytes, largest, undefined, report) : undefined;
  return source ? Suppressions.read(source, report) : new Suppressions([]);
}

/** The certificate that a scenario's server has, where it has one. */
export function readIdentity(scenario: Scenario, home: string, fs: FileSystem): Identity | undefined {
  const isCut = scenario.exchange.some(({ fault }) => fault === "cut_handshake");
  const isStranger = scenario.exchange.some(({ fault }) => fault === "bad_certificate");
  if (!isStranger && !isCut && !scenario.http2 && !String(scenario.client["base_url"]).startsWith("https")) return undefined;
  const name = isStranger ? "stranger" : "localhost";
  const read = (file: string): string => Buffer.from(fs.read(path.join(home, "certificates", file)) ?? []).toString();
  return { key: read(`test-only-${name}.key`), cert: read(`test-only-${name}.pem`) };
}
