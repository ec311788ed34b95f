import type { OperationDeclaration, PathPiece, ResourceDeclaration } from "../../syntax/document.js";
import type { Cx } from "../cx.js";
import { descriptionOf } from "../description.js";
import type { NamedEndpoint } from "../names/operation-names.js";

/** A resource with its operations; what all their paths begin with stands once. */
export function resourceOf(
  cx: Cx,
  name: string,
  members: readonly { readonly endpoint: NamedEndpoint; readonly declaration: OperationDeclaration }[],
): ResourceDeclaration | undefined {
  const [first] = members;
  if (!first) return undefined;
  const { operation, tag } = first.endpoint;
  const declared = cx.root
    .get("tags")
    ?.items()
    .find((item) => tag !== undefined && item.text("name") === tag);
  const at = commonPath(members.map(({ endpoint }) => endpoint.template));
  return {
    name: operation.as(name),
    ...(at !== "" && { at: operation.as(at) }),
    description: declared ? descriptionOf(declared) : {},
    operations: members.map(({ declaration }) =>
      at === "" ? declaration : { ...declaration, http: { ...declaration.http, path: behind(declaration.http.path, at) } },
    ),
    resources: [],
  };
}

/** The segments without parameters that all paths begin with. */
function commonPath([first, ...others]: readonly string[]): string {
  const segments = (first ?? "").split("/").slice(1);
  let count = segments.findIndex(
    (segment, index) => segment.includes("{") || segment === "" || others.some((other) => other.split("/")[index + 1] !== segment),
  );
  if (count === -1) count = segments.length;
  return segments
    .slice(0, count)
    .map((segment) => `/${segment}`)
    .join("");
}

function behind([first, ...rest]: readonly PathPiece[], prefix: string): readonly PathPiece[] {
  if (first?.kind !== "text") return [...(first ? [first] : []), ...rest];
  const value = first.text.value.slice(prefix.length);
  return value === "" ? rest : [{ kind: "text", text: { ...first.text, value } }, ...rest];
}
