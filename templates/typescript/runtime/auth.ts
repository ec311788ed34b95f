/** Puts a credential into a request. */
export interface AuthScheme {
  /** The client option that holds the credential. */
  readonly credential: string;
  apply(request: AuthTarget, credential: unknown): void;
}

/** What schemes write to. */
export interface AuthTarget {
  readonly headers: Headers;
  readonly query: string[];
}

/** Any of these sets, all schemes of a set together; `[]` needs none (AUTH-1). */
export type AuthRequirement = readonly (readonly AuthScheme[])[];

/** `Authorization: Bearer <credential>`. */
export function bearer(credential: string): AuthScheme {
  return {
    credential,
    apply({ headers }, value) {
      headers.set("authorization", `Bearer ${String(value)}`);
    },
  };
}
