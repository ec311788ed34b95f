export { exampleValue, variantValues } from "./example-value.js";
export { modelExamples, type ModelExamples } from "./model-examples.js";
export { matchingText } from "./matching-text.js";
export { seeded, type Random } from "./random.js";
export { moment, scalarValue } from "./scalar-value.js";
