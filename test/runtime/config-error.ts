import { Client, ConfigError, type Service } from "../../templates/typescript/runtime/index.js";
import { service, type Options } from "./service.js";

/** Why a client of `of` cannot be built with `options`. */
export function configError(options: Options & Record<string, unknown>, of: Service = service): ConfigError {
  try {
    return refuse(new Client(of, options));
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}

function refuse(client: Client): never {
  throw new Error(`${client.constructor.name} could be built`);
}
