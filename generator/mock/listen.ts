import { createAdaptorServer } from "@hono/node-server";
import type { AddressInfo } from "node:net";
import type { App } from "./app.js";

export interface Place {
  readonly host: string;
  /** 0 is any free one. */
  readonly port: number;
}

export interface Listening {
  readonly port: number;
  /** Ends open connections, too. */
  close(): Promise<void>;
}

/** Serves an application. Rejects with the error of `node:net` if it cannot: `EADDRINUSE`, `EACCES`, `EADDRNOTAVAIL`. */
export async function listen(app: App, { host, port }: Place): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
  return {
    port: portOf(server.address()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === "object" ? (address?.port ?? 0) : 0;
}
