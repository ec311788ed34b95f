import { blocks, code, type Code, type Model } from "heddle/template";
import type { Context } from "../context.js";
import { exportList } from "../layout/declaration.js";
import { exampleFunctions } from "./example-function.js";

const values = ["eventsReply", "fakeClock", "memoryTransport", "replyWith", "seededRandom"];
const types = ["FakeClock", "FakeClockOptions", "MemoryTransport", "RecordedRequest", "Reply", "ScriptedReply"];

/** An entry of its own, for the tests of programs: what stands for network, time and chance, and an example of each type. */
export function testingModule(model: Model, cx: Context): Code {
  const items = [...values.map((name) => ({ name, isType: false })), ...types.map((name) => ({ name, isType: true }))]
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, isType }) => (isType ? code`type ${cx.runtimeName(name)}` : cx.runtimeName(name)));
  return blocks([
    code`export ${exportList(items)} from ${cx.from("runtime/testing/index")};`,
    ...model.types.flatMap((type) => exampleFunctions(type, cx)),
  ]);
}
