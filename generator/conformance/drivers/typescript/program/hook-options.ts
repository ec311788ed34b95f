import { surface } from "heddle:surface";
import { isBag, type Bag } from "../../../logical/types.js";
import type { Witness } from "./witness.js";

interface Request {
  readonly headers: Headers;
}

type Next = (request: Request) => Promise<Response>;

/**
 * The hooks of a client: always an observer and a logger that keep what they are told, down to `debug`, and what a scenario adds:
 * `{middleware: [..], observer: throws, log_level: info}`; `none` is a client without hooks.
 */
export function hooksOf(script: unknown, witness: Witness): Bag {
  if (script === "none") return {};
  const { middleware, observer, log_level: level = "debug", logger = "keeps" } = isBag(script) ? script : {};
  const failing = { callStart: fail, attemptStart: fail, attemptEnd: fail, callEnd: fail };
  const list: readonly unknown[] = Array.isArray(middleware) ? middleware : [];
  return {
    hooks: surface.hooks({
      observers: [...(observer === "throws" ? [failing] : []), witness.observer],
      middleware: list.map((each) => middlewareOf(isBag(each) ? each : {}, witness)),
      ...(logger === "keeps" && { logger: witness.logger }),
      ...(level !== "default" && { logLevel: level }),
    }),
  };
}

function fail(): never {
  throw new Error("the observer fails");
}

/** `{set: headers}`, `{throw: text}`, `{answer: {status, json}}`, `{repeat: times}`, `{read: true}`. */
function middlewareOf(script: Bag, witness: Witness): (request: Request, next: Next, context: unknown) => Promise<Response> {
  return async (request, next, context) => {
    witness.observed.push("middleware");
    witness.print(context);
    if (isBag(script["set"])) for (const [name, value] of Object.entries(script["set"])) request.headers.set(name, String(value));
    if (script["throw"] !== undefined) throw new Error(String(script["throw"]));
    if (isBag(script["answer"]))
      return Response.json(script["answer"]["json"] ?? {}, { status: Number(script["answer"]["status"] ?? 200) });
    let response = await next(request);
    for (let times = 1; times < Number(script["repeat"] ?? 1); times++) {
      await response.body?.cancel();
      response = await next(request);
    }
    if (script["read"]) await response.text();
    return response;
  };
}
