import type { OpenTelemetryApi, Span } from "./api.js";
import type { HookOptions } from "../hooks/hooks.js";
import type { CallEvent, EndEvent } from "../hooks/observer.js";

/** `SpanKind.CLIENT` and `SpanStatusCode.ERROR`, which never change. */
const client = 2;
const failed = 2;

/**
 * Makes a client span of each call and sends its context along, as the program's
 * propagators write it (`traceparent`, HOOK-4). Attributes are those of the semantic
 * conventions for HTTP clients.
 *
 * @example
 * import * as api from "@opentelemetry/api";
 *
 * const client = new WachtClient({ hooks: hooks(openTelemetry(api)) });
 */
export function openTelemetry<Context, S extends Span>(
  api: OpenTelemetryApi<Context, S>,
): Required<Pick<HookOptions, "observers" | "middleware">> {
  const { context, propagation, trace } = api;
  const tracer = trace.getTracer("heddle");
  const spans = new WeakMap<object, S>();
  return {
    observers: [
      {
        callStart(event) {
          const { call, method, path } = event;
          const attributes = {
            ...addressOf(event),
            "http.request.method": method,
            "url.template": path,
          };
          spans.set(
            call,
            tracer.startSpan(`${method} ${path}`, { kind: client, attributes }),
          );
        },
        callEnd(event) {
          const span = spans.get(event.call);
          if (span) end(span, event);
        },
      },
    ],
    middleware: [
      (request, next, { call }) => {
        const span = spans.get(call);
        const carrier: { [name: string]: string } = {};
        if (span)
          propagation.inject(trace.setSpan(context.active(), span), carrier);
        for (const [name, value] of Object.entries(carrier))
          request.headers.set(name, value);
        return next(request);
      },
    ],
  };
}

function addressOf({ url }: CallEvent): { [name: string]: string | number } {
  const { hostname, port, protocol } = new URL(url);
  return {
    "server.address": hostname,
    "server.port": Number(port) || (protocol === "http:" ? 80 : 443),
  };
}

function end(span: Span, { attempt, error, status, url }: EndEvent): void {
  span.setAttribute("url.full", url);
  if (status !== undefined)
    span.setAttribute("http.response.status_code", status);
  if (attempt > 1) span.setAttribute("http.request.resend_count", attempt - 1);
  if (error !== undefined) {
    span.setAttribute("error.type", typeOf(error, status));
    span.setStatus({ code: failed });
  }
  span.end();
}

/** The status, or what else it is: few values, so that they can be counted. */
function typeOf(error: unknown, status: number | undefined): string {
  if (status !== undefined && status >= 300) return String(status);
  const { kind, name } = Object(error) as {
    readonly kind?: string;
    readonly name?: string;
  };
  return kind ?? name ?? "_OTHER";
}
