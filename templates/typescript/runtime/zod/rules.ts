import type * as z from "zod";
import type { Codec } from "../codecs/codec.js";
import type { Constraint } from "../codecs/constraints.js";

/** What the client refuses to send (JSON-4), refused in its words. */
export function rule(constraint: Constraint): z.core.CheckFn<unknown> {
  return ({ value, issues }) => {
    const message = constraint(value);
    if (message !== undefined)
      issues.push({ code: "custom", message, input: value, continue: true });
  };
}

/** Whether `codec` can send a value: `z.stringFormat("date", fits(date))`. */
export function fits(codec: Codec<unknown>): (value: unknown) => boolean {
  return (value) => {
    let fitting = true;
    const refuse = (): undefined => {
      fitting = false;
    };
    codec.run(value, {
      path: [],
      encoding: true,
      fail: refuse,
      violate: refuse,
    });
    return fitting;
  };
}
