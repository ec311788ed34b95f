import type { AuthDeclaration, ClientDeclaration } from "../../syntax/document.js";
import type { Cx } from "../cx.js";
import type { NamedEndpoint } from "../names/operation-names.js";
import { authKey, authOf, type Schemes } from "./auth.js";
import { serversOf } from "./servers.js";

/** The client: where the API is and what it asks for. Without a requirement for all, what most operations say is the client's. */
export function clientOf(cx: Cx, schemes: Schemes, endpoints: readonly NamedEndpoint[]): ClientDeclaration {
  const at = cx.root.get("servers") ?? cx.root.get("info") ?? cx.root;
  const auth = schemes.declared.length > 0 ? clientAuth(cx, schemes, endpoints) : undefined;
  return {
    span: at.span,
    servers: serversOf(cx),
    schemes: schemes.declared,
    ...(auth && { auth }),
    requestId: [],
    headers: [],
    description: {},
  };
}

function clientAuth(cx: Cx, schemes: Schemes, endpoints: readonly NamedEndpoint[]): AuthDeclaration {
  const none: AuthDeclaration = { span: cx.root.span, anyOf: [] };
  const written = cx.root.get("security");
  if (written) return authOf(cx, written, schemes) ?? none;
  const found = new Map<string, { readonly auth: AuthDeclaration; count: number }>();
  for (const { operation } of endpoints) {
    const security = operation.get("security");
    const auth = (security && authOf(cx, security, schemes)) ?? none;
    const same = found.get(authKey(auth)) ?? { auth, count: 0 };
    same.count++;
    found.set(authKey(auth), same);
  }
  const [most] = [...found.values()].sort((a, b) => b.count - a.count);
  return most?.auth ?? none;
}

/** What an operation asks for, if that is not what the client does. */
export function ownAuth(cx: Cx, endpoint: NamedEndpoint, schemes: Schemes, client: ClientDeclaration): AuthDeclaration | undefined {
  if (!client.auth) return undefined;
  const security = endpoint.operation.get("security");
  const inherited = cx.root.has("security") ? client.auth : { span: client.span, anyOf: [] };
  const auth = (security && authOf(cx, security, schemes)) ?? inherited;
  return authKey(auth) === authKey(client.auth) ? undefined : auth;
}
