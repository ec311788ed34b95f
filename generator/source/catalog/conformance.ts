import { error, type Entry } from "./entry.js";

export const conformance = {
  HD801: error<{ target: string }>({
    message: ({ target }) => `there is no driver for \`${target}\``,
    cause: "The conformance suite needs a driver in each language: a program that makes the calls that a scenario names.",
    fix: "Name a language that has one with `--target`.",
  }),
  HD802: error<{ problem: string }>({
    message: ({ problem }) => problem,
    cause: "A scenario calls operations by the names of its schema, and gives them arguments that they have.",
    fix: "Correct the name in the scenario, or declare the operation in its schema.",
  }),
  HD803: error<{ name: string }>({
    message: ({ name }) => `no scenario is called \`${name}\`, which is suppressed`,
    cause: "A suppression is for a scenario that exists and fails.",
    fix: "Take the entry out of the suppressions.",
  }),
  HD804: error<{ path: string }>({
    message: ({ path }) => `there is no file \`${path}\``,
    cause: "Scenarios, and which of them may fail, are read from the files that are named on the command line.",
    fix: "Correct the path; it is from the folder in which Heddle runs.",
    obvious: true,
  }),
  HD805: error<{ id: string }>({
    message: ({ id }) => `there is no rule \`${id}\``,
    cause: "A scenario cites the rules that it shows, of generator/conformance/rules.yaml.",
    fix: "Correct the id.",
    obvious: true,
  }),
  HD806: error<{ name: string; problem: string }>({
    message: ({ name, problem }) => `the scenario \`${name}\` cannot be played: ${problem}`,
    cause: "Something in the scenario would have no effect with the rest of it, and what has no effect shows nothing.",
    fix: "Take it out, or change what it does not go with.",
  }),
  HD807: error<{ schema: string; problem: string; place: string | undefined; type: string | undefined }>({
    message: ({ schema, problem, place, type }) =>
      `the client of \`${schema}\` does not compile: ${problem}${place === undefined ? "" : ` (\`${place}\`${type === undefined ? "" : `, of the type \`${type}\``})`}`,
    cause: "The suite compiles the generated client together with what makes its calls, and the compiler refused it.",
    fix: "If the target has templates of its own, look at them first. Else report it, with the part of the schema that is named: what Heddle generates should compile.",
  }),
  HD808: error<{ tool: string; problem: string }>({
    message: ({ tool, problem }) => `\`${tool}\` cannot be run: ${problem}`,
    cause: "The clients of this language are compiled before they are played, by the language's own tool.",
    fix: "Install the tool, or put it on the `PATH`.",
  }),
} satisfies Record<`HD8${number}`, Entry<never>>;
