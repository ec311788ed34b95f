export type * from "./described.js";
export type * from "./model.js";
export type * from "./operation.js";
export type * from "./service.js";
export * from "./type-ref.js";
export type * from "./types.js";
