import type { CallState } from "../call/call-form.js";
import type { Operation } from "../call/operation.js";
import { InvalidArgumentError } from "../errors/refusals.js";
import type { StreamCondition, StreamType } from "./stream-type.js";

/** What a request says about streaming: the declared value, another one, or nothing. */
export type Wish = "stream" | "answer" | "unsaid";

/** How the operation of a call streams. */
export function streamTypeOf([, operation]: CallState): StreamType<unknown> {
  return operation.spec().stream as StreamType<unknown>;
}

export function wishOf(state: CallState): Wish {
  const { when } = streamTypeOf(state);
  if (!when) return "stream";
  const given = valuesOf(state, when)[when.name];
  if (given === undefined) return "unsaid";
  return given === when.equals ? "stream" : "answer";
}

/** The call as one that asks for its stream. */
export function streaming(state: CallState): CallState {
  const [client, operation, input, ...rest] = state;
  const type = streamTypeOf(state);
  const { when } = type;
  const spec: Operation<unknown>["spec"] = () => ({
    ...operation.spec(),
    returns: { 200: type },
  });
  const asked = when && {
    [when.in]: { ...valuesOf(state, when), [when.name]: when.equals },
  };
  return [client, { ...operation, spec }, { ...input, ...asked }, ...rest];
}

/** Says that a verb is not the one for this request; nothing is sent. */
export function refusal(state: CallState, verb: string): InvalidArgumentError {
  const [, { id }] = state;
  const { when } = streamTypeOf(state);
  const path = when ? `${when.in}.${when.name}` : "stream";
  return new InvalidArgumentError(id, [{ path, rule: `calls for ${verb}` }]);
}

function valuesOf(
  [, , input]: CallState,
  { in: place }: StreamCondition,
): { readonly [name: string]: unknown } {
  return { ...(input[place] as object | undefined) };
}
