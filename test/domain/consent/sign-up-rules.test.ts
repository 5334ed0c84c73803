import { describe, expect, it } from "vitest";
import {
  listsToAsk,
  mailboxOf,
  readSubject,
  silenced,
  writeSubject,
} from "../../../src/domain/consent/rules/sign-up.ts";

const HOUR = 3_600_000;
const NOW = 1_000 * HOUR;
const a = { listId: "a", purposeId: "p", onIt: false };
const b = { listId: "b", purposeId: "q", onIt: false };

describe("a mail about lists", () => {
  it("asks about those that the person is not on", () => {
    expect(listsToAsk([a, { ...b, onIt: true }], [], [], NOW)).toEqual(["a"]);
  });

  it("asks about a list once in 24 hours", () => {
    const mailed = [{ at: NOW - 24 * HOUR + 1, listIds: ["a"], campaignIds: [], ownPage: false }];
    expect(listsToAsk([a, b], [], mailed, NOW)).toEqual(["b"]);
    expect(listsToAsk([a, b], [], mailed, NOW + 1)).toEqual(["a", "b"]);
  });

  it("goes out three times in seven days, about whatever lists", () => {
    const mailed = [30, 60, 168].map((hours) => ({
      at: NOW - hours * HOUR + 1,
      listIds: ["x"],
      campaignIds: [],
      ownPage: false,
    }));
    expect(listsToAsk([a], [], mailed, NOW)).toEqual([]);
    expect(listsToAsk([a], [], mailed, NOW + 1)).toEqual(["a"]);
  });

  it("never asks after a complaint, a never-again or a death; other reasons let a person return", () => {
    for (const reason of ["complained", "never", "deceased"]) {
      expect(silenced("p", [{ scope: "p", reason }])).toBe(true);
      expect(silenced("p", [{ scope: "*", reason }])).toBe(true);
      expect(silenced("p", [{ scope: "q", reason }])).toBe(false);
      expect(listsToAsk([a, b], [{ scope: "p", reason }], [], NOW)).toEqual(["b"]);
    }
    for (const reason of ["withdrawn", "refused", "no_answer", "bounced"])
      expect(silenced("p", [{ scope: "*", reason }])).toBe(false);
  });
});

it("counts a mailbox without what stands behind a plus; a plus that begins the address stays", () => {
  expect(mailboxOf("anna+news+x@pasts.example")).toBe("anna@pasts.example");
  expect(mailboxOf("anna@pasts.example")).toBe("anna@pasts.example");
  expect(mailboxOf("+anna@pasts.example")).toBe("+anna@pasts.example");
  expect(mailboxOf("a.n+b@pasts.example")).not.toBe(mailboxOf("an@pasts.example"));
});

it("reads back what a link stands for", () => {
  const intakeId = crypto.randomUUID();
  for (const subject of [
    { is: "request", intakeId },
    { is: "declined" },
    { is: "confirmed", subscriptionIds: [intakeId, crypto.randomUUID()] },
  ] as const)
    expect(readSubject(writeSubject(subject as never))).toEqual(subject);
});
