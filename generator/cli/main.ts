#!/usr/bin/env node
import { Command, CommanderError, Option } from "commander";
import { disk } from "../output/file-system.js";
import { installation } from "../pipeline/project.js";
import { formats } from "./findings.js";
import { runCheck, runGenerate } from "./generate.js";
import { exitTexts, help } from "./help.js";
import { exitCodes, onSignals, processTerminal, type Terminal } from "./terminal.js";

/** Runs a command line. Never throws: an exception that gets here is a bug, and it is said so. */
async function main(args: readonly string[], terminal: Terminal): Promise<number> {
  let exitCode: number = exitCodes.ok;
  const program = commands(terminal, (code) => (exitCode = code));
  try {
    await program.parseAsync(args, { from: "user" });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    const trace = error instanceof Error ? error.stack : String(error);
    terminal.err(`This is a bug in Heddle ${installation(disk).version}, not in your schema.\n\n${trace}\n\n`);
    terminal.err("Please report it with the lines above, and with the schema if you can share it; CONTRIBUTING.md says where.\n");
    return exitCodes.bug;
  }
}

function commands(terminal: Terminal, exit: Exit): Command {
  const program = new Command("heddle")
    .description(help.heddle.summary)
    .version(installation(disk).version, "-v, --version", "Print the version.")
    .helpOption("-h, --help", "Print help.")
    .helpCommand(false)
    .exitOverride()
    .showHelpAfterError("Run `heddle --help` for usage.")
    .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
    .addHelpText("after", help.heddle.more + exitTexts);

  describeOutput(program, terminal, exit);
  describeTrials(program, terminal, exit);
  describeStart(program, terminal, exit);
  return program;
}

type Exit = (code: number) => void;

/** What makes files of a schema, or tells what it means. */
function describeOutput(program: Command, terminal: Terminal, exit: Exit): void {
  describe(program, "generate")
    .addOption(configOption())
    .addOption(onlyOption().argParser(collected))
    .option("-n, --dry-run", "List what would be written and deleted, and change nothing.")
    .option("-f, --force", "Overwrite files that were edited by hand, or that Heddle did not write.")
    .addOption(fullOption())
    .option("-w, --watch", "Generate again whenever an input changes, until Ctrl-C.")
    .addOption(formatOption())
    .action(async ({ watch, ...options }) =>
      exit(await (watch ? (await import("./watch.js")).runWatch(options, terminal) : runGenerate(options, terminal))),
    );

  describe(program, "check")
    .addOption(configOption())
    .addOption(onlyOption().argParser(collected))
    .addOption(fullOption())
    .addOption(formatOption())
    .action(async (options) => exit(await runCheck(options, terminal)));

  describe(program, "model")
    .argument("[schema]", "Root document of a schema; the configuration's if it is left out.")
    .addOption(configOption())
    .addOption(onlyOption())
    .addOption(formatOption())
    .action(async (schema, options) => exit((await import("./model.js")).runModel(schema, options, terminal)));

  describe(program, "explain")
    .argument("<codes...>", "Codes such as HD301; 301 will do.")
    .action(async (codes) => exit((await import("./explain.js")).runExplain(codes, terminal)));
}

/** What tries clients. */
function describeTrials(program: Command, terminal: Terminal, exit: Exit): void {
  describe(program, "conformance")
    .argument("[files...]", "Files of scenarios; those that come with Heddle if they are left out.")
    .option("--target <language>", "The language whose client is tried.", "typescript")
    .addOption(
      new Option("--only <text>", "Only scenarios with this in their name, or the file of this name; may be repeated.").argParser(
        collected,
      ),
    )
    .option("--examples", "Play the examples of the configuration's own schemas instead, with its templates and settings.")
    .option("--suppressions <path>", "A file that says which scenarios may fail, and why.")
    .addOption(configOption())
    .option("--json", "Print the results for machines.")
    .action(async (files, options) => exit(await (await import("./conformance.js")).runConformance(files, options, terminal)));

  describe(program, "mock")
    .argument("[schema]", "Root document of a schema; the configuration's if it is left out.")
    .addOption(configOption())
    .addOption(onlyOption())
    .option("-p, --port <number>", "Where to listen; 0 is any free port.", "4010")
    .option("--host <name>", "Address to listen on; 0.0.0.0 is every one of this machine.", "127.0.0.1")
    .option("--seed <text>", "Another seed gives other values, ids and chaos.", "1")
    .option("--chaos [rates]", "Let things go wrong; see below.")
    .addOption(new Option("--key <key>", "Accept this credential and no other; may be repeated.").argParser(collected))
    .option("--items <number>", "Items in lists that no request can add to.", "25")
    .option("--any-id", "Make up what has an id that nobody has seen, instead of answering 404.")
    .option("--strict", "Refuse fields, parameters and values that the schema does not know.")
    .option("--json", "Write the log for machines, an object on a line.")
    .action(async (schema, options) => exit(await (await import("./mock.js")).runMock(schema, options, terminal)));
}

/** What makes a schema. */
function describeStart(program: Command, terminal: Terminal, exit: Exit): void {
  describe(program, "import")
    .argument("<document>", "An OpenAPI document, in JSON or YAML.")
    .option("-o, --out <folder>", "Where to write the schema.", "schema")
    .option("-f, --force", "Overwrite files that are there.")
    .addOption(formatOption())
    .action(async (document, options) => exit((await import("./import.js")).runImport(document, options, terminal)));

  describe(program, "init")
    .argument("[folder]", "The project's folder; this one if it is left out.")
    .action(async (folder) => exit((await import("./init.js")).runInit(folder, terminal)));
}

function describe(program: Command, name: Exclude<keyof typeof help, "heddle">): Command {
  const { summary, more } = help[name];
  return program
    .command(name)
    .summary(summary)
    .description(summary)
    .helpOption("-h, --help", "Print help.")
    .showHelpAfterError(`Run \`heddle ${name} --help\` for usage.`)
    .addHelpText("after", more + exitTexts);
}

function collected(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value];
}

function configOption(): Option {
  return new Option("-c, --config <path>", "The configuration, or the folder it is in. (default: heddle.config.yaml)");
}

function onlyOption(): Option {
  return new Option("--only <name>", "Only this client or language, or both with a slash between; may be repeated.");
}

function fullOption(): Option {
  return new Option("--full", "Do all the work even if no file changed since the last run; for those who change Heddle itself.");
}

function formatOption(): Option {
  return new Option("--format <format>", "How to print findings and results.").choices(formats).default("text");
}

// Everything between two awaits is one piece to a signal, and so is every apply: Ctrl-C leaves the old tree or the new one.
onSignals((code) => process.exit(code));
process.exitCode = await main(process.argv.slice(2), processTerminal());
