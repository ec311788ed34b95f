/** A block as a module of a program. */
export interface Module {
  readonly source: string;
  /** The expression that runs the block; undefined for one that only declares something. */
  readonly run: string | undefined;
}

/** Makes a block compile: only what a fragment lacks is added around it, and none of its own lines is changed. */
export function moduleOf(block: string, name: string): Module {
  const module = (...lines: readonly string[]): string => `mod ${name} {\n${lines.join("\n")}\n}\n`;
  if (/^\s*(pub )?async fn main/m.test(block)) {
    const door = "pub fn run() -> Result<(), Box<dyn std::error::Error>> {\n    main()\n}";
    return { source: module(block, door), run: `${name}::run()` };
  }
  if (isSignature(block)) return { source: module(imports, `${block} {\n    ${call}\n}`), run: undefined };
  const fragment = [`pub async fn fragment() -> ${result} {`, ...lacking(block), statement(block), "Ok(())", "}"];
  return { source: module(...fragment), run: `wait(${name}::fragment())` };
}

const result = "std::result::Result<(), Box<dyn std::error::Error>>";
const imports = "use wacht::api::execution_context::*;\nuse wacht::models::CreateAiExecutionContextRequest;";
const call = "wacht::api::execution_context::create_execution_context(request).await";

/** Imports and values that a document has spoken of before. */
function lacking(block: string): readonly string[] {
  const isFunction = /\bcreate_execution_context\(/.test(block) && !/\bclient\b|execution_context::/.test(block);
  const hasRequest = !/\(request\)/.test(block) || /let (mut )?request/.test(block);
  return [
    ...(isLiteral(block) ? [`use wacht::models::${/^\w+/.exec(block)?.[0] ?? ""};`] : []),
    ...(isFunction ? ["use wacht::api::execution_context::*;"] : []),
    ...(hasRequest ? [] : ['let request = wacht::models::CreateAiExecutionContextRequest::new("agent_123".to_string());']),
  ];
}

function statement(block: string): string {
  return isLiteral(block) ? `let _ = ${block};` : block;
}

function isLiteral(block: string): boolean {
  return /^[A-Z]\w+ \{/.test(block);
}

/** A function without its body. */
function isSignature(block: string): boolean {
  return block.startsWith("pub async fn") && !block.includes("{");
}
