import { allOperations, code, lines, type Call, type Code, type Model, type Operation } from "heddle/template";
import { liveCalls } from "../calls/arguments.js";
import type { Context } from "../context.js";
import { asksForStream, exampleCall, exampleLoop, exampleMatch, exampleStream } from "../examples/call.js";
import { hiddenFrame, program } from "../examples/frame.js";

type Section = Parameters<Context["guide"]>[0][number];
type Example = (operation: Operation, call: Call, cx: Context) => Code | undefined;

/** What somebody reads who has never used the crate; shown at its root. */
export function guide(cx: Context): readonly Section[] {
  const { model } = cx;
  const { client } = model;
  return [
    { text: model.doc ?? client.doc ?? `A client of \`${model.name}\`.` },
    ...start(cx),
    { title: "Calls", text: calls(cx) },
    ...shown(cx, exampleLoop, { title: "Lists", text: lists }),
    ...shown(cx, exampleStream, { title: "Streams", text: streams }),
    ...shown(cx, exampleMatch, { title: "Errors", text: errors }),
    { title: "Settings", text: settings(cx) },
    { title: "Hooks and logs", text: hooks(cx) },
    { title: "Tests", text: tests },
    { title: "What the schema does not know", text: beyond(cx) },
  ];
}

/** The first call that the schema has an example of, as a program. */
export function start(cx: Context): readonly Section[] {
  const made = first(cx, (operation, call) => {
    const example = operation.examples.find((each) => !asksForStream(operation, each));
    return example && exampleCall(operation, call, example, cx);
  });
  const statements = made && lines([made.code, made.hasAnswer && code`println!("{${made.variable}:?}");`]);
  return statements ? [{ example: program(statements, cx) }] : [];
}

function shown(cx: Context, example: Example, section: Section): readonly Section[] {
  const made = first(cx, (operation, call) => example(operation, call, cx));
  return made ? [{ ...section, example: hiddenFrame(made.code, cx) }] : [];
}

interface Shown {
  readonly code: Code;
  readonly hasAnswer: boolean;
  readonly variable: Code;
}

function first(cx: Context, make: Example): Shown | undefined {
  const operations = allOperations(cx.model.resources).toSorted(
    (a, b) => Number(a.deprecated !== undefined) - Number(b.deprecated !== undefined),
  );
  for (const operation of operations) {
    const [call] = liveCalls(operation);
    const made = operation.removed === undefined && cx.isOffered(operation) && call ? make(operation, call, cx) : undefined;
    if (!made) continue;
    return {
      code: made,
      hasAnswer: operation.success.some(({ content }) => content),
      variable: operation.paged ? code`page` : code`answer`,
    };
  }
  return undefined;
}

function calls({ model }: Context): string {
  const isFunctions = model.client.surface === "functions";
  const door = isFunctions
    ? "The modules of `api` have a function for each operation. They share one client, which is made of the environment's settings, or given to `init` before."
    : "The client has a method for each resource, and that one for each operation. What an operation needs is an argument; what it can do without has a setter.";
  const ends = "Dropping the future cancels the call.";
  if (isDirect(model)) return `${door} ${ends}`;
  return `${door}\n\nNothing is sent before a call is awaited, or sent by \`send\`. Until then it takes options: \`timeout\`, \`attempts\`, \`header\`. \`send_raw\` gives the status and the headers, too. ${ends}`;
}

const lists =
  "A call of a list gives one page. `items` and `pages` go through all of it, and ask for a page when the one before is used up.";

const streams = "`stream` gives the events as they arrive. Dropping it closes the connection.";

const errors =
  "Every call ends with a value or with an `Error`, and `kind` says which. An operation has an enum of its own errors besides, with their typed bodies; `?` makes one where a function returns it.";

function beyond({ model }: Context): string {
  const untyped = "`request` of the client calls any path, with the credentials, repeats and errors of every call.";
  const clones = "`with_options` gives a client that differs in some settings.";
  if (isDirect(model)) return `${untyped} ${clones}`;
  const calls =
    "Parameters and members that this version does not know go into a call by `extra_query` and `extra_body`, and `send_undecoded` gives the answer as it comes.";
  return `${untyped} ${calls} ${clones}`;
}

/** Whether no call has options: all are sent as they are made. */
function isDirect({ resources }: Model): boolean {
  return allOperations(resources).every((operation) => liveCalls(operation).every(({ style }) => style === "direct"));
}

const tests =
  "With the feature `testing` among the dev-dependencies, the module `testing` has a transport that answers from memory, a clock that does not wait, and chance that repeats itself.";

function hooks({ model }: Context): string {
  const { env } = model.client;
  const printed =
    env === undefined
      ? ""
      : ` Without either, \`${env}_LOG\` (\`error\`, \`warn\`, \`info\`, \`debug\`) writes them to the standard error stream.`;
  return (
    "`middleware` of the builder stands around each attempt: it may change the request, answer it, send it again. `observer` is told what happens, and changes nothing. " +
    `\`logger\` takes lines, from \`log_level\` on. With the feature \`tracing\`, each call is a span with OpenTelemetry's names, and the lines are its events.${printed} ` +
    (isDirect(model) ? "" : "`to_curl` shows a call as a command for a shell. ") +
    "Credentials and what the schema calls secret are in none of it."
  );
}

function settings({ model }: Context): string {
  const { env, schemes } = model.client;
  const names = ["BASE_URL", "TIMEOUT"].map((name) => `\`${env}_${name}\``);
  const keys = schemes.map(({ credential }) => `\`${env}_${credential.toUpperCase()}\``);
  const fromEnvironment =
    env === undefined ? "" : ` What it is not given, it takes from the environment: ${[...keys, ...names].join(", ")} (seconds).`;
  return `\`${model.client.name}::builder\` sets credentials, limits of time, repeats and more.${fromEnvironment} A client is cheap to clone, and clones share connections and rate limits.`;
}
