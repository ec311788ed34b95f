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
    const shown = shownPath(file);
    const bytes = fs.read(file);
    if (!bytes) report.add("HD804", undefined, { path: shown });
    const source = bytes && decode(shown, bytes, largest, undefined, report);
    return (source && readSuite(source, path.dirname(file), report)) ?? [];
  });
}

/** The scenarios that may fail: of the file that is given, or of the one that comes with Heddle where its scenarios are played. */
export function readSuppressions(
  home: string,
  target: string,
  { suites = [], suppressions: given }: { readonly suites?: readonly string[]; readonly suppressions?: string },
  fs: FileSystem,
  report: Report,
): Suppressions {
  const file = given ?? path.join(home, `suppressions/${target}.yaml`);
  const bytes = given === undefined && suites.length > 0 ? undefined : fs.read(file);
  const shown = shownPath(file);
  if (given !== undefined && !bytes) report.add("HD804", undefined, { path: shown });
  const source = bytes && bytes.length > 0 ? decode(shown, bytes, largest, undefined, report) : undefined;
  return source ? Suppressions.read(source, report) : new Suppressions([]);
}

function shownPath(file: string): string {
  return path.relative(process.cwd(), file).replaceAll(path.sep, "/");
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
