/** The day that people are told: when no backup can hold the address any more, by age of the backups or by the end of the key. */
import { expect, it } from "vitest";
import { readLink } from "../../../src/domain/consent/views.ts";
import { backupsCleanFrom, fateOf, type KeyFacts } from "../../../src/domain/key-rotation/rules/fate.ts";
import { readKeysGoneDay } from "../../../src/domain/key-rotation/views.ts";
import { openDesk } from "../../http/staff/campaigns/desk.ts";
import { destroyOld, renew } from "./rings.ts";

it.each([
  ["while its key lives, when the oldest backup has expired", undefined, "2026-12-22"],
  ["when its key was destroyed before that", "2026-12-01", "2026-12-01"],
  ["never later because of a key that lived on", "2027-03-01", "2026-12-22"],
  ["not before it was erased, if the key was gone even then", "2026-11-01", "2026-11-22"],
])("%s", (_, keyDestroyed, day) => {
  expect(backupsCleanFrom("2026-11-22", 30, keyDestroyed)).toBe(day);
});

it("whoever opens an old link after the key was destroyed is told the earlier day", async () => {
  const desk = await openDesk();
  const turn = async () => {
    await desk.deps.queue.enqueue({ kind: "rotate" });
    await desk.work();
  };
  await desk.people(2);
  await desk.sent();
  await turn();
  await desk.answer(1, "no");
  const left = desk.clock.now();
  const told = async () => {
    const mail = desk.mailbox.mails.find(({ mail: { to } }) => to === "cilveks1@pasts.example");
    const token = /\/r\/([\w-]+)/.exec(mail?.mail.text ?? "")?.[1] ?? "";
    return (await readLink(desk.deps, "r", token))?.kept.backupsCleanDay;
  };
  const gone = () => readKeysGoneDay(desk.deps.db, left, "Europe/Riga");
  expect(await gone()).toBeUndefined();
  renew(desk.deps, "ADDRESS_KEYS");
  await turn();
  expect(await gone()).toBeUndefined();
  expect(await told()).toBe("2026-12-22");

  desk.clock.pass({ days: 3 });
  destroyOld(desk.deps, "ADDRESS_KEYS");
  await turn();
  expect(await gone()).toBe("2026-11-25");
  expect(await told()).toBe("2026-11-25");
  // Of whoever leaves after that the new key can still be in a backup.
  expect(await readKeysGoneDay(desk.deps.db, desk.clock.now(), "Europe/Riga")).toBeUndefined();
});

it("an old key is not free before its backups, and never while a row needs it", () => {
  const backups = { timeZone: "Europe/Riga", restoreWindowDays: 30 };
  const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
  const key: KeyFacts = {
    ring: "ADDRESS_KEYS",
    id: "1a2b3c4d",
    place: 1,
    rows: { moved: 0, ends: 0, stays: 0 },
    newestFrom: at("2026-10-01"),
    newestTo: at("2026-11-01"),
    emptySince: at("2026-11-02"),
    goneAt: null,
  };
  expect(fateOf(key, backups, at("2026-12-01"))).toEqual({ fate: "backups", day: "2026-12-02" });
  expect(fateOf(key, backups, at("2026-12-02"))).toEqual({ fate: "free", day: "2026-12-02" });
  for (const kind of ["moved", "ends", "stays"] as const)
    expect(fateOf({ ...key, rows: { ...key.rows, [kind]: 1 } }, backups, at("2027-06-01")).fate).not.toBe("free");
  expect(fateOf({ ...key, ring: "TOKEN_KEYS" }, backups, at("2036-01-01")).fate).toBe("always");
});
