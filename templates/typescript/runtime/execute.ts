import type { CallState } from "./call.js";
import { settingsOf } from "./client.js";
import type { Draft } from "./draft.js";

/** Runs a call from its arguments to its decoded answer. */
export async function execute({
  client,
  operation,
  input,
}: CallState): Promise<unknown> {
  const settings = settingsOf(client);
  const spec = operation.spec();
  const draft: Draft = {
    path: [],
    violations: [],
    segments: {},
    query: [],
    cookies: [],
    headers: [],
    fail: () => undefined,
    violate() {},
  };
  const given = { ...input.params } as { [name: string]: unknown };
  for (const [name, param] of Object.entries(spec.path ?? {}))
    param.add(draft, name, input.path?.[name]);
  for (const [name, param] of Object.entries(spec.params ?? {}))
    param.add(draft, name, given[name]);
  spec.body?.write(draft, input.body);
  const path = operation.path.replace(
    /\{([^}]*)\}/g,
    (_, name: string) => draft.segments[name] ?? "",
  );
  const query = draft.query.length > 0 ? `?${draft.query.join("&")}` : "";
  const headers = new Headers(draft.headers);
  headers.set("accept", "application/json");
  if (draft.contentType) headers.set("content-type", draft.contentType);
  const options = settings.options as { readonly [name: string]: unknown };
  for (const scheme of settings.service.auth?.()[0] ?? [])
    scheme.apply({ headers, query: draft.query }, options[scheme.credential]);
  const response = await (settings.options.fetch ?? fetch)(
    settings.baseUrl.replace(/\/+$/, "") + path + query,
    { method: operation.method, headers, body: draft.body ?? null },
  );
  return spec.returns[response.status]?.read(await response.text());
}
