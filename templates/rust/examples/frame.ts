import { code, lines, type Code } from "heddle/template";
import type { Context } from "../context.js";

/** Statements in a function that waits for them; its lines are compiled and not shown. */
export function hiddenFrame(statements: Code, cx: Context): Code {
  const parameter =
    cx.model.client.surface === "functions"
      ? undefined
      : code`client: ${cx.identifier(cx.crate ?? "crate")}::${cx.localName(cx.model.client)}`;
  return lines([code`# async fn example(${parameter}) -> Result<(), Box<dyn std::error::Error>> {`, statements, code`# Ok(())`, code`# }`]);
}
