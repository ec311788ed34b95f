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

/** A whole program around statements, with a client of its own. */
export function program(statements: Code, cx: Context): Code {
  const { client } = cx.model;
  const [only] = client.schemes;
  const name = cx.name(client);
  const made = client.env === undefined && only ? code`new(${cx.literal(`your ${only.credential}`)})` : code`builder().build()?`;
  const hint = client.env !== undefined && only ? code` // ${cx.identifier(`${client.env}_${only.credential}`.toUpperCase())}` : undefined;
  const start = client.surface === "functions" ? undefined : code`let client = ${name}::${made};${hint}`;
  return code`
    #[tokio::main]
    async fn main() -> Result<(), Box<dyn std::error::Error>> {
        ${start}
        ${statements}
        Ok(())
    }
  `;
}
