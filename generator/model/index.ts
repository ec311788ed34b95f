export * from "./canonical.js";
export type * from "./described.js";
export type * from "./model.js";
export * from "./name.js";
export type * from "./operation.js";
export type * from "./service.js";
export * from "./type-ref.js";
export type * from "./types.js";
export * from "./walk.js";
