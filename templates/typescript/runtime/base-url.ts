import { ConfigError } from "./errors/refusals.js";

/** Checks a base URL and drops its trailing slashes (CFG-3). */
export function baseUrlOf(text: string, source: string): string {
  const refuse = (problem: string): never => {
    throw new ConfigError("baseUrl", source, problem);
  };
  if (!/^https?:\/\/[^/]/i.test(text) || !URL.canParse(text))
    refuse("must be an absolute http or https URL");
  if (/[?#]/.test(text)) refuse("must have neither query nor fragment");
  if (/^[^/]+\/\/[^/]*@/.test(text))
    refuse("must have neither user name nor password");
  return text.replace(/\/+$/, "");
}

/** Whether requests there may be read on the way (CFG-4). */
export function isExposed(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  return (
    protocol === "http:" &&
    !/^(.+\.)?localhost$|^127\.\d+\.\d+\.\d+$|^\[::1\]$/.test(hostname)
  );
}
