import { z } from "zod";
import { described } from "./described.js";
import { typeText } from "./field.js";
import { block, choice, flag, identifier, named, optional, text, texts, entitled } from "./shape.js";

const errorKeys = {
  ...described,
  ...optional({
    status: text("The status: `404`, `5xx`, `500..599`."),
    body: typeText("Type of the body, if it differs from the service's."),
    everywhere: flag("Whether every operation can raise it."),
  }),
};

const entry = entitled(
  "error",
  choice("An error: its status, as in `404 -- doc`, or a mapping.", {
    scalar: text("The status and a doc.", { pattern: "^\\s*([1-5][0-9][0-9]|[1-5]xx|[0-9]+\\.\\.[0-9]+)(\\s+--\\s.*)?$" }),
    mapping: block("an error", errorKeys),
  }),
);

/** `errors` of a file: the service's table. */
export const errors = block(
  "the table of errors",
  optional({
    body: typeText("Type of the body of errors."),
    message: texts("Paths to the message in the body; the first that holds a string counts."),
    code: texts("Paths to the code in the body; the first that holds a value counts."),
    status: named("Errors by name, with their statuses.", identifier("an error"), entry),
  }),
).meta({ description: "The errors of the service." });

const ownError = choice("The doc of this error here, or a mapping.", {
  scalar: text("The doc."),
  mapping: block("an error", { ...errorKeys, when: text("Tells errors of one status apart: `code = 17`.").optional() }),
});

const cases = entitled(
  "operation_errors",
  z
    .array(
      choice("An error by name, or `{Name: doc}`.", {
        scalar: text("Name of an error."),
        mapping: named("An error with its doc.", identifier("an error"), ownError),
      }),
    )
    .meta({ description: "The errors, with or without docs of their own." }),
);

/** `errors` of an operation: which it can raise. */
export const operationErrors = choice("Errors that this operation can raise.", {
  list: cases,
  expected: "a list",
  refused: (node) =>
    node.kind === "mapping" && !node.index.has("list") && !node.index.has("closed")
      ? "write the names of errors: `[NotFound]`, or with docs `[{NotFound: There is none}]`"
      : undefined,
  mapping: block("a list of errors", { list: cases, closed: flag("Whether the list is final.").optional() }),
});
