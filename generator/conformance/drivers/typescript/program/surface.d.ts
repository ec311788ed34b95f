// What a generated package brings; the bundler puts its module in the place of this one.
declare module "heddle:surface" {
  /** Arguments of a call, by the schema's names. */
  export interface Input {
    readonly path: Readonly<Record<string, unknown>>;
    readonly params: Readonly<Record<string, unknown>>;
    readonly body: unknown;
    readonly options: object;
  }

  /** A call that has not been sent: a builder, a page call, a stream call. */
  export interface AnyCall {
    send(): Promise<unknown>;
    result(): Promise<unknown>;
    withResponse(): AnyCall;
    asResponse(): AnyCall;
    options(options: object): AnyCall;
    stream?(): AsyncIterable<unknown>;
    items?(): AsyncIterable<unknown>;
    pages?(): AsyncIterable<unknown>;
    /** The file's stream, name, type and size; `bytes` and `blob` read it, too. */
    download?(): Promise<{ readonly stream?: ReadableStream<Uint8Array<ArrayBuffer>>; readonly bytes?: unknown; readonly blob?: unknown }>;
    maxItems?(count: number): AnyCall;
  }

  export interface SurfaceCall {
    readonly operation: string;
    readonly direct: boolean;
    readonly object: (client: object, input: Input) => AnyCall;
    readonly function: (client: object, input: Input) => AnyCall;
    readonly builder?: (client: object, input: Input) => AnyCall;
  }

  export const surface: {
    client(options: object): object;
    request(client: object, method: string, path: string, options: object): AnyCall;
    withOptions(client: object, options: object): object;
    rateLimitOf(from: object): object | undefined;
    isRetryable(error: object): boolean;
    tokenProvider(ask: () => Promise<unknown>): unknown;
    media(contentType: string, body: unknown): unknown;
    /** Middleware, observers and a logger as a client takes them. */
    hooks(hooks: object): unknown;
    toCurl(from: object): Promise<string | undefined>;
    readonly calls: { readonly [call: string]: SurfaceCall };
  };
}

declare module "heddle:description" {
  import type { Description } from "../templates/description.js";
  const description: Description;
  export default description;
}
