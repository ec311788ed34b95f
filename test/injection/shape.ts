import { markdownShape } from "./markdown-shape.js";
import ts from "typescript";

/**
 * What a generated file consists of, without the texts: for TypeScript the kinds of all nodes, nested, for Markdown those of its blocks
 * and links, for JSON its keys. Two files of one shape differ in names, strings and comments only.
 */
export function shapeOf(path: string, text: string): string {
  if (path.endsWith(".ts")) return moduleShape(text);
  if (path.endsWith(".json")) return JSON.stringify(jsonShape(JSON.parse(text)));
  return path.endsWith(".md") ? markdownShape(text) : text;
}

function moduleShape(text: string): string {
  const tree = ts.createSourceFile("module.ts", text, ts.ScriptTarget.Latest, true);
  const problems = (tree as ts.SourceFile & { readonly parseDiagnostics: readonly unknown[] }).parseDiagnostics.length;
  // Imports and exports are sorted by what they import, which the texts may change.
  const statements = tree.statements.map(nodeShape);
  const moving = tree.statements.map((node) => ts.isImportDeclaration(node) || ts.isExportDeclaration(node));
  return [`problems:${problems}`, ...statements.filter((_, at) => moving[at]).sort(), ...statements.filter((_, at) => !moving[at])].join(
    "\n",
  );
}

function nodeShape(node: ts.Node): string {
  const tags = ts.getJSDocCommentsAndTags(node).map(docShape).join("");
  const parts: string[] = [];
  ts.forEachChild(node, (child) => void parts.push(nodeShape(child)));
  const own = ts.SyntaxKind[node.kind];
  if (isNameOfProperty(node)) return `${tags}Name`;
  if (ts.isShorthandPropertyAssignment(node)) return `${tags}PropertyAssignment(Name,Identifier)`;
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) return `${tags}Member(${parts[0]})`;
  if (ts.isPropertyAccessExpression(node)) return `${tags}Member(${parts[0]})`;
  // `Client as Client_` stands for one thing, as `Client` does: a name of the author's may be in the way of the runtime's.
  if (ts.isImportSpecifier(node) || isRuntimeType(node)) return `${tags}${own}`;
  // Names are sorted, and an example's members that are called like array indices come first.
  if (ts.isNamedImports(node) || ts.isNamedExports(node) || ts.isObjectLiteralExpression(node)) parts.sort();
  return `${tags}${own}${parts.length > 0 ? `(${parts.join(",")})` : ""}`;
}

/** `Client`, or `Client as RuntimeClient` where a type of the author's has that name. */
function isRuntimeType(node: ts.Node): boolean {
  return ts.isExportSpecifier(node) && (!node.propertyName || node.name.text === `Runtime${node.propertyName.text}`);
}

/** A property is named by an identifier, a string or a number, and `__proto__` in brackets: anything else would be the prototype. */
function isNameOfProperty(node: ts.Node): boolean {
  const { parent } = node as { readonly parent?: ts.Node };
  if (!parent || (parent as { readonly name?: ts.Node }).name !== node) return false;
  if (ts.isPropertyAssignment(parent) && (ts.isIdentifier(node) || ts.isStringLiteral(node)) && node.text === "__proto__") return false;
  const named =
    ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent);
  return named && (ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isNumericLiteral(node) || isQuotedName(node));
}

function isQuotedName(node: ts.Node): boolean {
  return ts.isComputedPropertyName(node) && ts.isStringLiteral(node.expression) && node.expression.text === "__proto__";
}

/** The tags of a doc comment, and the links in it: a text that brings its own means something to an editor. */
function docShape(node: ts.JSDoc | ts.JSDocTag): string {
  const comment = Array.isArray(node.comment) ? (node.comment as readonly ts.Node[]) : [];
  const links = comment.filter((part) => part.kind !== ts.SyntaxKind.JSDocText).map((part) => `{${ts.SyntaxKind[part.kind]}}`);
  const tags = ts.isJSDoc(node) ? (node.tags ?? []).map((tag) => `@${tag.tagName.text}`) : [`@${node.tagName.text}`];
  return `/*${[...links, ...tags].join(" ")}*/`;
}

function jsonShape(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(jsonShape);
  if (typeof value !== "object" || value === null) return typeof value;
  // Entry points of a package are called after the modules they lead to.
  return Object.entries(value).map(([key, inner]) => [key.startsWith("./") ? "./" : key, jsonShape(inner)]);
}
