import type { SourceFile, Statement, ts as compiler } from "ts-morph";
import type { Report } from "../../../source/report.js";
import { Node, SyntaxKind, ts } from "./ts-morph.js";

/** Reports whatever a generated module must not be: invalid, declaring a name twice, or doing anything when it is imported. */
export function checkModule(module: SourceFile, path: string, report: Report): void {
  const [syntax] = syntaxErrors(module);
  if (syntax) {
    const { line } = module.getLineAndColumnAtPos(syntax.start ?? 0);
    report.add("HD510", undefined, { path, line, problem: ts.flattenDiagnosticMessageText(syntax.messageText, " ") });
    return;
  }
  const statements = module.getStatements();
  for (const statement of statements.filter((each) => !isDeclaration(each))) {
    report.add("HD511", undefined, { path, line: statement.getStartLineNumber(), statement: SyntaxKind[statement.getKind()] });
  }
  const seen = new Set<string>();
  for (const statement of statements) {
    for (const name of declaredNames(statement)) {
      if (seen.has(name)) report.add("HD512", undefined, { path, line: statement.getStartLineNumber(), name });
      seen.add(name);
    }
  }
}

function syntaxErrors(module: SourceFile): readonly compiler.Diagnostic[] {
  return (
    (module.compilerNode as compiler.SourceFile & { readonly parseDiagnostics?: readonly compiler.Diagnostic[] }).parseDiagnostics ?? []
  );
}

const declarations: ReadonlySet<number> = new Set([
  SyntaxKind.ImportDeclaration,
  SyntaxKind.ExportDeclaration,
  SyntaxKind.ExportAssignment,
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.ClassDeclaration,
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.EnumDeclaration,
  SyntaxKind.ModuleDeclaration,
  SyntaxKind.VariableStatement,
]);

function isDeclaration(statement: Statement): boolean {
  return declarations.has(statement.getKind());
}

/** Names with the space they are in: a type and a constant may share one. Overloads and namespaces may repeat theirs. */
function declaredNames(statement: Statement): readonly string[] {
  if (Node.isVariableStatement(statement)) return statement.getDeclarations().map((each) => `${each.getName()}`);
  if (Node.isTypeAliasDeclaration(statement) || Node.isInterfaceDeclaration(statement)) return [`type ${statement.getName()}`];
  if (Node.isClassDeclaration(statement)) return [statement.getName() ?? "default", `type ${statement.getName() ?? "default"}`];
  return Node.isFunctionDeclaration(statement) && !statement.isOverload() ? [statement.getName() ?? "default"] : [];
}
