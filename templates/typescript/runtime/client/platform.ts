/** What the runtime asks about where it runs; everything may be missing. */
interface Platform {
  readonly document?: unknown;
  readonly window?: unknown;
  /** Node's, which Bun and Deno have as well. */
  readonly process?: {
    readonly env?: { readonly [name: string]: string | undefined };
    readonly platform?: string;
    readonly arch?: string;
    readonly versions?: { readonly [engine: string]: string | undefined };
  };
}

/** The globals of this platform. */
export function platform(): Platform {
  return globalThis as Platform;
}

/** Whether a page's scripts run here, visible to whoever opens it. */
export function inBrowser(): boolean {
  const { document, window } = platform();
  return document !== undefined && window !== undefined;
}
