import ts from "typescript";

/** The declarations of these names, with their comments, as they stand in a module; all of it if there are no names. */
export function excerpt(module: string, names: readonly string[]): string {
  if (names.length === 0) return module;
  const tree = ts.createSourceFile("module.ts", module, ts.ScriptTarget.Latest, true);
  return `${names.flatMap((name) => declarations(tree, name)).join("\n\n")}\n`;
}

function declarations(tree: ts.SourceFile, name: string): string[] {
  const [outer = "", member] = name.split(".");
  const found = tree.statements.filter((statement) => namesOf(statement).includes(outer));
  const texts = member === undefined ? found.map(textOf) : found.flatMap((statement) => membersOf(statement, member));
  if (texts.length > 0) return texts;
  throw new Error(`there is no ${name}, only ${tree.statements.flatMap(namesOf).join(", ")}`);
}

function namesOf(statement: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText());
  const named = statement as ts.Statement & { readonly name?: ts.Node };
  return named.name ? [named.name.getText()] : [];
}

function membersOf(statement: ts.Statement, name: string): string[] {
  const members = ts.isClassDeclaration(statement) || ts.isInterfaceDeclaration(statement) ? [...statement.members] : [];
  return members.filter((member) => member.name?.getText() === name).map((member) => textOf(member).replaceAll(/^ {2}/gm, ""));
}

function textOf(node: ts.Node): string {
  return node
    .getFullText()
    .replace(/^\s*\n/, "")
    .trimEnd();
}
