import { describe, expect, it } from "vitest";
import {
  type Asking,
  type Recipient,
  skipReason,
  wantedStates,
} from "../../../src/domain/messages/rules/permission.ts";

/** Every combination of the given values. */
function every<T extends object>(values: { [K in keyof T]: readonly T[K][] }): T[] {
  return Object.entries<readonly unknown[]>(values).reduce<object[]>(
    (made, [name, options]) => made.flatMap((one) => options.map((value) => ({ ...one, [name]: value }))),
    [{}],
  ) as T[];
}

const kinds = ["reconsent", "newsletter", "notice"] as const;
const mailings = kinds.map((kind): Asking => ({ kind, purposeId: "news" }));
const recipients = every<Recipient>({
  subscription: ["unproven", "active", "ended"],
  endedReason: [null, "withdrawn"],
  purposeId: ["news", "alerts"],
  listKind: ["newsletter", "service", "staff", "press"],
  addressKind: ["official", "private", "unknown", null],
  suppressed: [false, true],
  restricted: [false, true],
  paused: [false, true],
  held: [false, true],
});
const cases = mailings.flatMap((mailing) => recipients.map((to) => ({ mailing, to })));
const fine: Recipient = {
  subscription: "active",
  endedReason: null,
  purposeId: "news",
  listKind: "newsletter",
  addressKind: "private",
  suppressed: false,
  restricted: false,
  held: false,
};

/** A notice tells also whoever is on a list that was moved to a task. */
const WANTED: Record<string, string[]> = {
  reconsent: ["unproven"],
  newsletter: ["active"],
  notice: ["unproven", "active"],
};

describe("a mail goes out", () => {
  it("to nobody who left, is suppressed, restricted or held, or gets it for another purpose: of every combination", () => {
    expect(cases).toHaveLength(3 * 3 * 2 * 2 * 4 * 4 * 2 * 2 * 2 * 2);
    const mailed = cases.filter(({ mailing, to }) => skipReason(mailing, to) === undefined);
    expect(mailed.length).toBeGreaterThan(0);
    for (const { mailing, to } of mailed) {
      expect(to).toMatchObject({ purposeId: mailing.purposeId, suppressed: false, restricted: false, held: false });
      expect(to.addressKind).not.toBeNull();
      // Only what the law makes us tell reaches somebody who paused the list.
      if (mailing.kind !== "notice") expect(to.paused).toBe(false);
      expect(WANTED[mailing.kind]).toContain(to.subscription);
      if (mailing.kind !== "reconsent" && to.listKind === "press") expect(to.addressKind).not.toBe("unknown");
      if (mailing.kind !== "reconsent" && to.listKind === "staff") expect(to.addressKind).not.toBe("private");
    }
  });

  it("to everybody else: nothing but these reasons keeps a mail back", () => {
    for (const { mailing, to } of cases) {
      const kept =
        !WANTED[mailing.kind]?.includes(to.subscription) ||
        to.addressKind === null ||
        to.purposeId !== mailing.purposeId ||
        to.suppressed ||
        to.restricted ||
        to.held ||
        (mailing.kind !== "notice" && to.paused === true) ||
        (mailing.kind !== "reconsent" && to.listKind === "press" && to.addressKind === "unknown") ||
        (mailing.kind !== "reconsent" && to.listKind === "staff" && to.addressKind === "private");
      expect(skipReason(mailing, to) !== undefined).toBe(kept);
    }
  });
});

describe("the reason", () => {
  const news: Asking = { kind: "newsletter", purposeId: "news" };
  it.each<[string, Partial<Recipient>, Asking?]>([
    ["withdrawn", { subscription: "ended", endedReason: "withdrawn", suppressed: true, held: true }],
    ["left", { subscription: "ended" }],
    ["left", { addressKind: null }],
    ["suppressed", { suppressed: true, restricted: true, held: true }],
    ["restricted", { restricted: true, held: true, purposeId: "alerts" }],
    ["request", { restricted: true, requested: true, held: true, purposeId: "alerts" }],
    ["restricted", { restricted: true, paused: true }],
    ["paused", { paused: true, held: true, purposeId: "alerts" }],
    ["paused", { paused: true, subscription: "unproven" }, { kind: "reconsent", purposeId: "news" }],
    ["wrong_purpose", { purposeId: "alerts", held: true }],
    ["held", { held: true, subscription: "unproven" }],
    ["not_proven", { subscription: "unproven" }],
    ["answered", { subscription: "active" }, { kind: "reconsent", purposeId: "news" }],
    ["answered", { subscription: "unproven", answered: true, proven: true }, { kind: "reminder", purposeId: "news" }],
    ["proven", { subscription: "unproven", proven: true }, { kind: "reconsent", purposeId: "news" }],
    ["wrong_address", { listKind: "press", addressKind: "unknown" }],
    ["wrong_address", { listKind: "staff", addressKind: "private" }],
  ])("is %s for %o", (reason, part, mailing = news) => {
    expect(skipReason(mailing, { ...fine, ...part })).toBe(reason);
  });
});

it("a campaign that asks proven people too mails whoever has not answered it, and nobody else", () => {
  const asks: Asking = { kind: "reconsent", purposeId: "news", asksProven: true };
  expect(wantedStates(asks)).toEqual(["unproven", "active"]);
  expect(wantedStates({ kind: "reminder" })).toEqual(["unproven"]);
  expect(wantedStates({ kind: "notice", asksProven: true })).toEqual(["active", "unproven"]);
  expect(skipReason(asks, { ...fine, proven: true })).toBeUndefined();
  expect(skipReason(asks, { ...fine, subscription: "unproven", proven: true })).toBeUndefined();
  expect(skipReason(asks, { ...fine, proven: true, answered: true })).toBe("answered");
});
