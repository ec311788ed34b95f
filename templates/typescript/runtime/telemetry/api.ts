/** What is used of a span of `@opentelemetry/api`. */
export interface Span {
  setAttribute(name: string, value: string | number): unknown;
  setStatus(status: { readonly code: number }): unknown;
  end(): void;
}

/** What is used of `@opentelemetry/api`, whose namespace fits. */
export interface OpenTelemetryApi<Context, S extends Span> {
  readonly context: { active(): Context };
  readonly trace: {
    getTracer(name: string): {
      startSpan(name: string, options: SpanOptions): S;
    };
    setSpan(context: Context, span: S): Context;
  };
  readonly propagation: { inject(context: Context, carrier: unknown): void };
}

/** How a span is begun. */
export interface SpanOptions {
  /** `SpanKind.CLIENT` */
  kind?: 2;
  attributes?: { [name: string]: string | number };
}
