import type { Code, Operation, Retry } from "heddle/template";
import type { Context } from "../context.js";
import { call, inlineObject, literal, name, property } from "../layout/expression.js";

/** `retry: { attempts: 5 }`: what the schema says about repeating failed attempts. */
export function retrySetting({ attempts, backoff, longestWait, on, unsafe, override }: Retry, cx: Context): readonly Code[] {
  const given = { attempts, backoff: backoff && [backoff.first, backoff.longest], longestWait, on, unsafe, override };
  const members = Object.entries(given).flatMap(([key, value]) =>
    value === undefined ? [] : [property(cx.key(key), Array.isArray(value) ? name(cx.literal([...value])) : literal(cx.literal(value)))],
  );
  return members.length === 0 ? [] : [property(cx.key("retry"), inlineObject(members))];
}

/** The header of the idempotency key, where the operation's method sends one. */
export function idempotencyKeySetting({ method, retry }: Operation, cx: Context): readonly Code[] {
  const key = retry.idempotencyKey ?? cx.model.client.retry.idempotencyKey;
  return key?.methods.includes(method)
    ? [property(cx.key("idempotencyKey"), call(cx.runtime("idempotencyKey"), [literal(cx.literal(key.header))]))]
    : [];
}
