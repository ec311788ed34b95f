import type { Driver } from "./driver.js";
import { driver as rust } from "./rust/driver.js";
import { driver as typescript } from "./typescript/driver.js";

export type { Driver, Program } from "./driver.js";

/** The drivers by their target. */
export const drivers: ReadonlyMap<string, Driver> = new Map([rust, typescript].map((driver) => [driver.target, driver]));
