// For the tests of programs: nothing of this is in a bundle that does not import it.
export {
  fakeClock,
  type FakeClock,
  type FakeClockOptions,
} from "./fake-clock.js";
export { memoryTransport, type MemoryTransport } from "./memory-transport.js";
export type { RecordedRequest } from "./recorded-request.js";
export {
  eventsReply,
  replyWith,
  type Reply,
  type ScriptedReply,
} from "./scripted-reply.js";
export { seededRandom } from "./seeded-random.js";
