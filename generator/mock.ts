import path from "node:path";
import { startMock, type Behaviour, type Mock } from "./mock/start.js";
import { disk } from "./output/file-system.js";
import { findModel } from "./pipeline/model-of.js";
import { installation } from "./pipeline/project.js";
import { renderText } from "./source/render/text.js";

export type { Chaos } from "./mock/chaos.js";
export type { Clock } from "./mock/clock.js";
export type { MockRequest } from "./mock/record.js";
export type { Behaviour, Mock } from "./mock/start.js";

export interface MockOptions extends Behaviour {
  /** Root document of a schema. */
  readonly schema: string;
}

/**
 * Serves a schema in this process, as `heddle mock` does, for tests.
 *
 * Rejects with a text of all findings if the schema has errors, and with the error of `node:net` if the port is taken.
 *
 * @example
 * ```ts
 * const server = await mock({ schema: "schema/api.yaml" });
 * const client = new BookshopClient({ apiKey: "any", baseUrl: server.url });
 * // ...
 * await server.close();
 * ```
 */
export async function mock({ schema, ...behaviour }: MockOptions): Promise<Mock> {
  const project = { fs: disk, root: process.cwd(), config: "heddle.config.yaml", heddle: installation(disk) };
  const { model, diagnostics } = findModel(project, { schema: path.relative(project.root, path.resolve(schema)) });
  if (!model) throw new Error(`${schema} cannot be served:\n${renderText(diagnostics, { color: false })}`);
  return startMock(model, behaviour);
}
