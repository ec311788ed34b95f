import { spawn } from "node:child_process";
import description from "heddle:description";
import { eachLine } from "../../../harness/lines.js";
import type { ToDriver } from "../../../harness/protocol.js";
import { Translation } from "./translation.js";

/**
 * Stands before the program that holds the client: values are logical on this side, and JSON text as it travels on the other, which the
 * client's own codecs read and write.
 */
const translation = new Translation(description);
const [, , binary = ""] = process.argv;
const child = spawn(binary, { stdio: ["pipe", "pipe", "inherit"] });

eachLine(process.stdin, (line) => child.stdin.write(`${JSON.stringify(translation.toProgram(JSON.parse(line) as ToDriver))}\n`));
process.stdin.on("end", () => child.stdin.end());
eachLine(child.stdout, (line) => {
  process.stdout.write(
    `${line.startsWith('{"type":"done"') ? JSON.stringify(translation.fromProgram(JSON.parse(line) as object)) : line}\n`,
  );
});
child.on("exit", (status) => process.exit(status ?? 1));
