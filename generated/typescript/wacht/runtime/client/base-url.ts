import { ConfigError } from "../errors/refusals.js";

/** Checks a base URL and drops its trailing slashes (CFG-3). */
export function baseUrlOf(text: string, source: string): string {
  if (
    !/^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/i.test(text) ||
    !URL.canParse(text)
  )
    throw new ConfigError(
      "baseUrl",
      source,
      "must be an http or https URL without user, query and fragment",
    );
  return text.replace(/\/+$/, "");
}

/** Whether requests there may be read on the way: plain `http` to another host (CFG-4). */
export function isExposed(baseUrl: string): boolean {
  return /^http:\/\/(?!(([\w-]+\.)*localhost|127(\.\d+){3}|\[::1\])(:|\/|$))/i.test(
    baseUrl,
  );
}
