import { setMaxListeners } from "node:events";
import description from "heddle:description";
import { surface } from "heddle:surface";
import type { CallResult, DoneMessage, RunMessage } from "../../../harness/protocol.js";
import { Channel } from "./channel.js";
import { clientOptions } from "./client-options.js";
import { hooksOf } from "./hook-options.js";
import { failureOf } from "./outcome.js";
import { Player } from "./player.js";
import { RemoteClock } from "./remote-clock.js";
import { Types } from "../../../logical/types.js";
import { Witness } from "./witness.js";

const channel = new Channel();
const types = new Types(description.types);
let clock = new RemoteClock(channel, 0, false);
let abort = new AbortController();

async function answer(message: RunMessage): Promise<void> {
  channel.send(await run(message));
}

async function run(message: RunMessage): Promise<DoneMessage> {
  const witness = new Witness();
  clock = new RemoteClock(channel, message.now, message.realTime);
  abort = new AbortController();
  // All calls of a scenario have this signal, many at once perhaps.
  setMaxListeners(0, abort.signal);
  const base = { logs: witness.logs, observed: witness.observed, debug: witness.debug };
  let client: object;
  try {
    client = surface.client(optionsOf(message, witness));
  } catch (error) {
    witness.print(error);
    await witness.complete();
    const clientError = failureOf(error, undefined, description, types);
    return { type: "done", id: message.id, results: [], clientError, ...base };
  }
  witness.print(client);
  const player = new Player(client, witness, abort, () => clock.now());
  const results: CallResult[] = [];
  if (message.parallel) results.push(...(await Promise.all(message.calls.map((call) => player.play(call)))));
  else
    for (const call of message.calls) {
      results.push(await player.play(call));
      // A connection is in its pool again one turn after its answer.
      await new Promise((resolve) => setImmediate(resolve));
    }
  await witness.complete();
  return { type: "done", id: message.id, results, ...base };
}

function optionsOf(message: RunMessage, witness: Witness): object {
  const { hooks, ...given } = message.client;
  const floats = [...message.random];
  const uuids = [...message.uuids];
  return {
    env: {},
    clock,
    random: {
      float: () => floats.shift() ?? 0,
      uuid: () => uuids.shift() ?? "00000000-0000-4000-8000-000000000000",
    },
    ...clientOptions(
      given,
      () => clock.now(),
      () => abort.abort(),
    ),
    ...hooksOf(hooks, witness),
  };
}

process.on("unhandledRejection", (error) => {
  process.stderr.write(`unhandled rejection: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
});

channel.listen((message) => {
  switch (message.type) {
    case "run":
      void answer(message);
      break;
    case "wake":
      channel.answered(message.token, message.now);
      break;
    case "time":
      clock.time = message.now;
      channel.send({ type: "noted", token: message.token });
      break;
    case "cancel":
      abort.abort();
      channel.send({ type: "noted", token: message.token });
  }
});

channel.send({ type: "ready" });
