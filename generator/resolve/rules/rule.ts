import type { Model } from "../../model/model.js";
import type { Report } from "../../source/report.js";

/** Something every model must satisfy, checked once all references hold. */
export type Rule = (model: Model, report: Report) => void;
