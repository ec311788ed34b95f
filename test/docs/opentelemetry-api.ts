import type { OpenTelemetryApi, Span } from "../../generated/typescript/wacht/runtime/telemetry/api.js";

/** Stands for `@opentelemetry/api` where the pages import it. */
declare const api: OpenTelemetryApi<symbol, Span>;
export const { context, propagation, trace } = api;
