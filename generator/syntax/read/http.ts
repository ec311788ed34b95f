import type { Report } from "../../source/report.js";
import type { OperationDeclaration, PathPiece } from "../document.js";
import { excerpt, type Excerpt } from "../excerpt.js";
import type { Node } from "../node.js";

/** `GET`, `PATCH /{context_id}`. The method is in upper case, whatever was written. */
export function readHttp(node: Node | undefined, report: Report): OperationDeclaration["http"] | undefined {
  if (node?.kind !== "scalar" || node.value === null) return undefined;
  if (node.comment) report.add("HD120", node.comment, {});
  const text = excerpt(node);
  const match = /^\s*([A-Za-z]+)(?:\s+(\S+))?\s*$/.exec(text.text);
  const [, method, path] = match ?? [];
  if (method === undefined || (path !== undefined && !/^[/{]/.test(path))) {
    report.add("HD221", node.span, { written: node.text });
    return undefined;
  }
  const from = text.text.indexOf(method);
  const pieces = path === undefined ? [] : readPath(text, text.text.indexOf(path, from + method.length), path, report);
  return pieces && { method: { value: method.toUpperCase(), span: text.span(from, from + method.length) }, path: pieces, span: node.span };
}

function readPath(text: Excerpt, start: number, path: string, report: Report): PathPiece[] | undefined {
  const problem = pathProblem(path);
  if (problem) {
    report.add("HD222", text.span(start + problem.from, start + problem.to), { path, problem: problem.problem }, { hint: problem.hint });
    return undefined;
  }
  const pieces: PathPiece[] = [];
  for (const { 0: piece, index } of path.matchAll(/\{[^{}]*\}|[^{}]+/g)) {
    const from = start + index;
    if (piece.startsWith("{"))
      pieces.push({ kind: "param", name: { value: piece.slice(1, -1), span: text.span(from + 1, from + piece.length - 1) } });
    else pieces.push({ kind: "text", text: { value: piece, span: text.span(from, from + piece.length) } });
  }
  return pieces;
}

/** What is wrong with a path, and where in it. */
function pathProblem(path: string): { problem: string; from: number; to: number; hint?: string } | undefined {
  if (!path.startsWith("/")) return { problem: "does not begin with `/`", from: 0, to: path.length };
  const query = path.search(/[?#]/);
  if (query !== -1)
    return {
      problem: `has \`${path[query]}\`, which is not part of a path`,
      from: query,
      to: path.length,
      hint: "declare the parameters under `query`",
    };
  const colon = /\/:(\w+)/.exec(path);
  if (colon)
    return {
      problem: "has a parameter without braces",
      from: colon.index + 1,
      to: colon.index + colon[0].length,
      hint: `write \`{${colon[1]}}\``,
    };
  const rest = path.replaceAll(/\{[^{}\s/]+\}/g, (param) => " ".repeat(param.length));
  const brace = rest.search(/[{}]/);
  return brace === -1 ? undefined : { problem: "has braces without a name, or a brace without a partner", from: brace, to: brace + 1 };
}
