import { noChaos, readChaos, usualChaos, type Chaos } from "../mock/chaos.js";
import { startMock, type Mock } from "../mock/start.js";
import { findModel } from "../pipeline/model-of.js";
import { allOperations, type Model } from "../model/index.js";
import { printFindings } from "./findings.js";
import { jsonLine, requestLines } from "./mock-log.js";
import { projectOf } from "./project-of.js";
import { exitCodes, type Terminal } from "./terminal.js";

export interface MockOptions {
  readonly config?: string;
  readonly only?: string;
  readonly host: string;
  readonly port: string;
  readonly seed: string;
  /** True without rates. */
  readonly chaos?: string | true;
  readonly key?: readonly string[];
  readonly items: string;
  readonly anyId?: boolean;
  readonly strict?: boolean;
  readonly json?: boolean;
}

/** `heddle mock [schema]`: serves until it is interrupted. Exit code 1 if it cannot listen, 2 for options that make no sense. */
export async function runMock(schema: string | undefined, options: MockOptions, terminal: Terminal): Promise<number> {
  const chaos = chaosOf(options.chaos);
  const [port, items] = [Number(options.port), Number(options.items)];
  const wrong = typeof chaos === "string" ? chaos : wrongNumbers(port, items);
  if (typeof chaos === "string" || wrong !== undefined) {
    terminal.err(`error: ${wrong}\nRun \`heddle mock --help\` for usage.\n`);
    return exitCodes.usage;
  }
  const result = findModel(projectOf(terminal.folder, options.config), schema === undefined ? { only: options.only } : { schema });
  printFindings(result.diagnostics, "text", terminal);
  if (result.choices) {
    terminal.err(`The configuration has several schemas; name one of them with --only: ${result.choices.join(", ")}.\n`);
    return exitCodes.usage;
  }
  return result.model ? serve(result.model, options, { chaos, port, items }, terminal) : exitCodes.problems;
}

async function serve(
  model: Model,
  { host, seed, key, anyId = false, strict = false, json = false }: MockOptions,
  numbers: { readonly chaos: Chaos; readonly port: number; readonly items: number },
  terminal: Terminal,
): Promise<number> {
  let server: Mock;
  try {
    server = await startMock(model, {
      ...numbers,
      host,
      seed,
      anyId,
      strict,
      ...(key && { keys: key }),
      onRequest: (request) => terminal.out(json ? jsonLine(request, new Date()) : requestLines(request, terminal.outStyle)),
    });
  } catch (error) {
    terminal.err(`${listenProblem(error, host, numbers.port)}\n`);
    return exitCodes.problems;
  }
  const count = allOperations(model.resources).length;
  if (json) terminal.out(`${JSON.stringify({ listening: server.url, api: model.name, operations: count })}\n`);
  else terminal.out(banner(model, server.url, count, terminal));
  await terminal.interrupted();
  await server.close();
  return exitCodes.ok;
}

function banner({ name }: Model, url: string, count: number, { outStyle: style }: Terminal): string {
  const ready = `ready after ${Math.round(performance.now())} ms`;
  return `${style.bold(`${name} on ${url}`)}  ${style.dim(`${count} operations, ${ready}; Ctrl-C ends it`)}\n\n`;
}

/** The reason as a text if the rates cannot be read. */
function chaosOf(given: string | true | undefined): Chaos | string {
  if (given === undefined) return noChaos;
  if (given === true) return usualChaos;
  try {
    return readChaos(given);
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function wrongNumbers(port: number, items: number): string | undefined {
  if (!Number.isInteger(port) || port < 0 || port > 65_535) return "--port is a number from 0 to 65535; 0 is any free port";
  return Number.isInteger(items) && items >= 0 ? undefined : "--items is a number, 0 or more";
}

function listenProblem(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") return `Port ${port} of ${host} is in use. Choose another with --port; --port 0 takes any free one.`;
  if (code === "EACCES") return `Port ${port} of ${host} needs rights that you do not have. Choose one above 1023 with --port.`;
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN") return `${host} is no address of this machine.`;
  throw error;
}
