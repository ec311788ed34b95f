/** What the harness says to a driver, one JSON value a line. */
export type ToDriver = RunMessage | WakeMessage | TimeMessage | CancelMessage;

/** Play these calls with a new client. */
export interface RunMessage {
  readonly type: "run";
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What `float` gives in turn, then 0; what `uuid` gives. */
  readonly random: readonly number[];
  readonly uuids: readonly string[];
  /** Options of the client, in the schema's spelling: `api_key`. */
  readonly client: { readonly [option: string]: unknown };
  readonly calls: readonly DriverCall[];
  readonly parallel: boolean;
  /** Limits of time are the platform's timers, not silent. */
  readonly realTime: boolean;
}

/** One call, with the names of the schema and logical values. */
export interface DriverCall {
  /** `ai.list_execution_contexts`; `request` for a path that the schema does not know. */
  readonly call: string;
  readonly verb: Verb;
  readonly path: { readonly [name: string]: unknown };
  readonly params: { readonly [name: string]: unknown };
  readonly body?: unknown;
  readonly method?: string;
  readonly url?: string;
  /** Milliseconds where they are times. */
  readonly options: { readonly [name: string]: unknown };
  readonly with?: { readonly [option: string]: unknown };
  readonly take?: number;
  readonly again?: boolean;
  readonly cancel?: "before" | { readonly event: number };
  readonly surface?: string;
}

export const verbs = ["send", "result", "with_response", "as_response", "download", "stream", "items", "pages"] as const;

export type Verb = (typeof verbs)[number];

/** A sleep is over; the clock shows `now`. */
export interface WakeMessage {
  readonly type: "wake";
  readonly token: number;
  readonly now: number;
}

/** The clock shows `now`, though nobody slept. */
export interface TimeMessage {
  readonly type: "time";
  readonly token: number;
  readonly now: number;
}

/** The caller cancels all calls. */
export interface CancelMessage {
  readonly type: "cancel";
  readonly token: number;
}

/** What a driver says to the harness. */
export type FromDriver =
  | { readonly type: "ready" }
  | { readonly type: "sleep"; readonly token: number; readonly ms: number }
  | { readonly type: "noted"; readonly token: number }
  | DoneMessage;

/** A run is over. */
export interface DoneMessage {
  readonly type: "done";
  readonly id: number;
  readonly results: readonly CallResult[];
  /** What building the client threw. */
  readonly clientError?: Failure;
  readonly logs: readonly { readonly level: string; readonly text: string }[];
  /** Names of the events that observers were told, in order. */
  readonly observed: readonly string[];
  /** Every way to print what a program can get hold of. */
  readonly debug: readonly string[];
}

/** What a call came to. Values are logical. */
export interface CallResult {
  readonly ok?: unknown;
  readonly extra?: { readonly [path: string]: unknown };
  readonly error?: Failure;
  /**
   * What the call came to where no program of the language has an error to look at: `Cancelled` if a call is cancelled by dropping it,
   * `InvalidArgument` if the compiler refuses the argument.
   */
  readonly unseen?: { readonly kind: string; readonly text: string };
  readonly events?: readonly unknown[];
  readonly items?: readonly unknown[];
  readonly pages?: readonly unknown[];
  readonly response?: { readonly [name: string]: unknown };
}

/** An error: its kind, its text, and its properties in the spelling of the rules (`request_id`). */
export interface Failure {
  readonly kind: string;
  readonly text: string;
  readonly [property: string]: unknown;
}
