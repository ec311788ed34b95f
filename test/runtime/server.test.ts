import { describe, expect, it } from "vitest";
import { Client, ConfigError, nothing, withServer, type Server } from "../../templates/typescript/runtime/index.js";
import { answering } from "./in-memory.js";
import { callOf, service, type Options } from "./service.js";

const servers: { readonly [name: string]: Server } = {
  production: {
    url: "https://{region}.api.test:{port}/v2",
    variables: { region: { default: "eu", values: ["eu", "us"] }, port: { default: "443" } },
  },
  sandbox: { url: "https://sandbox.test/v2" },
};

interface Choice extends Options {
  readonly server?: string;
  readonly variables?: object;
}

/** Where a call of a client with these options goes. */
async function targetOf(options: Choice): Promise<string | undefined> {
  const transport = answering(null, { status: 204 });
  const client = new Client(service, withServer<Choice>({ transport, apiKey: "key", env: {}, ...options }, servers));
  await callOf(client, { returns: { 204: nothing } }).send();
  return transport.requests[0]?.url.replace("/things", "");
}

describe("the server of a client", () => {
  it("is the schema's where nobody chooses", async () => expect(await targetOf({})).toBe("https://api.wacht.dev"));

  it("is the one that is named, with its variables' defaults", async () => {
    expect(await targetOf({ server: "sandbox", variables: { region: undefined } })).toBe("https://sandbox.test/v2");
    expect(await targetOf({ server: "sandbox" })).toBe("https://sandbox.test/v2");
    expect(await targetOf({ server: "production" })).toBe("https://eu.api.test:443/v2");
  });

  it("is the first one where only variables are given", async () => {
    expect(await targetOf({ variables: { region: "us", port: undefined } })).toBe("https://us.api.test:443/v2");
    expect(await targetOf({ variables: { port: "8443" } })).toBe("https://eu.api.test:8443/v2");
  });

  it("counts before the environment, and a base URL before it", async () => {
    const env = { WACHT_BASE_URL: "https://env.test" };
    expect(await targetOf({ env, server: "sandbox" })).toBe("https://sandbox.test/v2");
    expect(await targetOf({ env })).toBe("https://env.test");
    expect(await targetOf({ baseUrl: "https://own.test", server: "sandbox" })).toBe("https://own.test");
  });
});

describe("a choice that is refused", () => {
  const words = "must be letters, digits and -._~: see baseUrl for other addresses";
  const refusals: readonly [Choice, string][] = [
    [{ server: "staging" }, 'server (option) must be "production" | "sandbox"'],
    [{ server: "toString" }, 'server (option) must be "production" | "sandbox"'],
    [{ variables: { region: "ap" } }, 'variables.region (option) must be "eu" | "us"'],
    [{ server: "sandbox", variables: { region: "eu" } }, "variables.region (option) is no variable of sandbox"],
    [{ variables: { toString: "x" } }, "variables.toString (option) is no variable of production"],
    [{ variables: { port: "1@evil.test/" } }, `variables.port (option) ${words}`],
    [{ variables: { port: "443.evil.test/v2#x" } }, `variables.port (option) ${words}`],
    [{ variables: { port: "@evil.test" } }, `variables.port (option) ${words}`],
    [{ variables: { port: "" } }, `variables.port (option) ${words}`],
    [{ variables: { port: "1\n" } }, `variables.port (option) ${words}`],
  ];
  it.each(refusals)("%j", async (options, problem) => {
    await expect(targetOf(options)).rejects.toThrow(ConfigError);
    await expect(targetOf(options)).rejects.toThrow(`Config: ${problem}`);
  });
});
