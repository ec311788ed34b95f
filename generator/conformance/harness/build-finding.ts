import type { TypeDef } from "../../model/index.js";
import type { Report } from "../../source/report.js";
import type { OutputFile } from "../../target/index.js";
import type { BuildError, GeneratedLine } from "../drivers/build-error.js";
import type { Driven } from "./prepare.js";

/** Says that a client does not compile: what the compiler says, where, and of which type of the schema that is, if it is of one. */
export function addBuildFinding(error: BuildError, { model, files }: Driven, schema: string, report: Report): void {
  const { place, message } = error;
  const type = place && typeAt(place, files, model.types);
  report.add("HD807", type?.origin, {
    schema,
    problem: message,
    place: place && `${place.path}:${place.line}`,
    type: type?.name,
  });
}

/** The type whose declaration a line stands in; its name is told from others in any language's spelling. */
function typeAt({ path, line }: GeneratedLine, files: readonly OutputFile[], types: readonly TypeDef[]): TypeDef | undefined {
  const text = String(files.find((file) => file.path === path)?.content ?? "");
  const above = text.split("\n").slice(0, line).toReversed();
  const names = above.flatMap(
    (each) => /^(?:export |pub )?(?:struct|enum|type|interface|class|impl\b.*\bfor|impl) (\w+)/.exec(each)?.[1] ?? [],
  );
  const [nearest] = names;
  return nearest === undefined ? undefined : types.find(({ name }) => plain(name) === plain(nearest));
}

function plain(name: string): string {
  return name.replaceAll("_", "").toLowerCase();
}
