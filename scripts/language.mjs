const languages = ["typescript", "rust"];

/** The language of `--lang rust`; TypeScript if nobody says. Ends the process, with what to do, where it is none that there is. */
export function languageOf(args) {
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const named = at === -1 ? "typescript" : args[at].includes("=") ? args[at].split("=")[1] : args[at + 1];
  if (languages.includes(named)) return named;
  console.error(`--lang takes ${languages.join(" or ")}, not ${named ?? "nothing"}: npm start -- --lang rust`);
  process.exit(2);
}
