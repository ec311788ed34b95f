import { expect, test } from "vitest";
import { canonical } from "../../../generator/model/canonical.js";
import { findings, modelOf } from "../../support/schema.js";
import { wacht } from "./wacht.js";

test("the reference's example means what it says", async () => {
  expect(findings(wacht)).toEqual([]);
  await expect(canonical(modelOf(wacht))).toMatchFileSnapshot("wacht.model.golden");
});
