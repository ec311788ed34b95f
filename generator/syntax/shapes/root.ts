import { described } from "./described.js";
import { errors } from "./error.js";
import { resources } from "./operation.js";
import { client, rateLimits } from "./service.js";
import { block, optional, text, texts } from "./shape.js";
import { types } from "./type.js";

const parts = optional({
  include: texts("Other files, relative to this one."),
  client,
  rate_limits: rateLimits,
  types,
  errors,
  resources,
});

const rootKeys = optional({
  heddle: text("Version of the schema language: 1."),
  api: text("Name of the API."),
  version: text("Version of the API."),
});

/** Keys that only the root document has. */
export const rootOnly = Object.keys(rootKeys);

/** Any file of a schema; what only the root may have and must have is the reader's business. */
export const schemaFile = block("a schema file", { ...rootKeys, ...described, ...parts });
