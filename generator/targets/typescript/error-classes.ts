import type { ErrorCase, ErrorDef, Model } from "../../model/index.js";

/** Which error has the class of an operation's one: the service's, unless the operation has its name, or a body of its own for it. */
export function errorOf(error: ErrorCase, model: Model): ErrorCase | ErrorDef {
  const def = error.own ? undefined : model.errors.errors.find(({ name }) => name === error.name);
  return def && JSON.stringify(def.body) === JSON.stringify(error.body) ? def : error;
}
