import { expect, it } from "vitest";
import { rehearse } from "../rehearsal/rehearse.ts";

it("a list from three systems is brought, asked, reminded and closed, and the numbers are right to the last person", async () => {
  const { wrong } = await rehearse({ people: 240, scanned: 0.2, durable: false });
  expect(wrong).toEqual([]);
});
