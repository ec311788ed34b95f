import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { Hono, type Context } from "hono";
import type { Answer } from "./answer/answer.js";
import type { Desk } from "./desk.js";
import { shownHeaders, shownTarget, type MockRequest } from "./record.js";
import { refusal } from "./answer/refusal.js";
import { readPath, routesOf, type Route } from "./routes.js";
import type { Service } from "./service.js";

type Environment = { Bindings: HttpBindings };

export type App = Hono<Environment>;

/** The operations as an HTTP application; `told` hears of every request once its answer is decided. */
export function appOf(service: Service, desk: Desk, told: (request: MockRequest) => void): App {
  const api: App = new Hono<Environment>();
  const schemes = service.model.client.schemes.map(({ wire }) => wire);

  const handle = async (context: Context<Environment>, route: Route | undefined): Promise<Response> => {
    const start = performance.now();
    const request = context.req.raw;
    const url = new URL(request.url);
    const operation = route?.operations.find(({ method }) => method === request.method);
    const secrets = [...schemes, ...(operation?.params ?? []).filter(({ secret }) => secret).map(({ wire }) => wire)];
    const path = operation && pathIn(service, url.pathname).flatMap((each) => readPath(operation, each) ?? [])[0];
    const body = new Uint8Array(await request.arrayBuffer());
    const visit = operation &&
      path && { ...path, path: path.params, operation, headers: request.headers, body, query: url.search.slice(1), url: url.href };
    const { answer, received } = visit
      ? await desk.answer(visit)
      : { answer: nowhere(service, request, url, operation ? undefined : route), received: undefined };
    told({
      method: request.method,
      target: shownTarget(url.pathname, url.search.slice(1), secrets),
      ...(operation && { operation: operation.id }),
      headers: shownHeaders(request.headers, secrets),
      ...(received?.body !== undefined && { body: received.body }),
      ...(!answer.reset && { status: answer.status }),
      duration: performance.now() - start,
      problems: answer.problems,
      notes: answer.notes,
    });
    if (answer.reset) return reset(context);
    return responseOf(request.method === "HEAD" ? withoutBody(answer) : answer, () => void reset(context));
  };

  for (const base of basesOf(service))
    for (const route of routesOf(service)) api.all(`${base}${route.pattern}`, (context) => handle(context, route));
  api.notFound((context) => handle(context, undefined));
  api.onError((error, { req }) => {
    const problem = `the mock failed: ${error.message}`;
    const target = new URL(req.url).pathname;
    told({ method: req.method, target, headers: {}, status: 500, duration: 0, problems: [problem], notes: [] });
    return responseOf(refusal(service, undefined, 500, [problem]));
  });
  return api;
}

/** Paths are served at the root, and where the schema says that its servers have them. */
function basesOf({ model }: Service): readonly string[] {
  const bases = model.client.servers.map(({ url }) => /^https?:\/\/[^/]+(\/[^?#]*)?$/.exec(url)?.[1]?.replace(/\/+$/, "") ?? "");
  return [...new Set(["", ...bases.filter((base) => /^[\w/.~-]*$/.test(base))])];
}

function pathIn(service: Service, path: string): readonly string[] {
  return basesOf(service).flatMap((base) => (path.startsWith(`${base}/`) ? [path.slice(base.length)] : []));
}

/** The answer where no operation is. */
function nowhere(service: Service, { method }: Request, { pathname }: URL, route: Route | undefined): Answer {
  const status = route ? 405 : 404;
  const allowed = (route?.operations ?? []).map((operation) => operation.method).join(", ");
  const problem = route ? `${pathname} takes ${allowed}, not ${method}` : `no operation has the path ${pathname}`;
  return refusal(service, undefined, status, [problem], route ? { Allow: allowed } : {});
}

/** Breaks the connection under the answer. */
function reset({ env }: Context<Environment>): Response {
  env.incoming.socket.resetAndDestroy();
  return RESPONSE_ALREADY_SENT;
}

function withoutBody({ status, headers, problems, notes }: Answer): Answer {
  return { status, headers, problems, notes };
}

function responseOf({ status, headers, stream, body }: Answer, cut: () => void = () => undefined): Response {
  if (stream) {
    const bytes = ReadableStream.from(encoded(stream.pieces(cut)));
    return new Response(bytes, { status, headers: { "Cache-Control": "no-store", ...headers } });
  }
  const isEmpty = status === 204 || status === 205 || status === 304;
  return new Response(isEmpty ? null : typeof body === "object" ? new Uint8Array(body) : (body ?? null), { status, headers });
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const piece of pieces) yield encoder.encode(piece);
}
