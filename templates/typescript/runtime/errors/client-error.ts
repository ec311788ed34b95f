/**
 * The root of everything a call can throw. `kind` tells the classes apart, also
 * in minified programs and across copies of this module.
 */
export abstract class ClientError extends Error {
  /** The error's flat name: `Timeout`, `Config`, or one of the service's own. */
  abstract get kind(): string;

  override get name(): string {
    return this.kind.replace(/(Error)?$/, "Error");
  }

  /** Whether the same call may succeed later and can be repeated without harm (ERR-6). */
  get retryable(): boolean {
    return false;
  }

  /** What may be logged: nothing of the bodies. */
  toJSON(): { readonly kind: string; readonly message: string } {
    return { kind: this.kind, message: this.message };
  }
}
