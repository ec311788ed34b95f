import type { Call, Code, Operation } from "heddle/template";
import type { Context } from "../context.js";
import { asksForStream, exampleCall, exampleLoop } from "./call.js";
import { hiddenFrame } from "./frame.js";

/** How an operation is called: the schema's first example, its first one of a stream, and a loop over all items. */
export function operationExamples(operation: Operation, call: Call, cx: Context): readonly Code[] {
  const streamed = operation.examples.find((example) => asksForStream(operation, example));
  const shown = new Set([operation.examples[0], streamed].filter((example) => example !== undefined));
  const calls = [...shown].map((example) => exampleCall(operation, call, example, cx));
  return [...calls, exampleLoop(operation, call, cx)].filter((each) => each !== undefined).map((each) => hiddenFrame(each, cx));
}
