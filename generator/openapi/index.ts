export { importOpenApi, type Imported } from "./import.js";
export { notesByKind, notesText, type Note } from "./notes.js";
