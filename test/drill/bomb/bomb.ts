/**
 * Somebody uses the sign-up form as a weapon: thousands of requests for the addresses of a few people, from many networks,
 * some with a proof of work, some filling in the hidden field. Meanwhile people sign up. Nobody may get more than the caps
 * say, every real person his mail, and the desk must show it. By the clock of the test, in the app itself.
 */
import { recoverAll } from "../../../src/delivery/recover.ts";
import { MOST_A_WEEK } from "../../../src/domain/consent/rules/sign-up.ts";
import type { Crowd } from "../../support/crowd.ts";

export interface BombPlan {
  /** Requests of the attack, and people whose addresses it uses. */
  requests: number;
  victims: number;
  /** Networks it comes from. */
  networks: number;
  /** People who sign up meanwhile; every eighth of them has no JavaScript. */
  people: number;
  /** Hours over which all of it is spread. */
  hours: number;
  /** Every so-manieth request of the attack brings a proof of work. */
  works: number;
}

export const FULL: BombPlan = { requests: 5_000, victims: 50, networks: 400, people: 100, hours: 6, works: 10 };
export const SHORT: BombPlan = { requests: 400, victims: 5, networks: 60, people: 12, hours: 2, works: 10 };

export interface BombReport {
  /** Mails to the victim who got most, and of one list to one in 24 hours. */
  mostToOne: number;
  mostForOneListADay: number;
  toVictims: number;
  /** People who got their mail, and the hours that the last of them waited. */
  reached: number;
  waitedHours: number;
  counted: Record<string, number>;
  alerts: number;
  /** Requests that are still open in the house after a day. */
  waiting: number;
  broken: string[];
}

const HOUR = 3_600_000;

export async function runBomb(
  house: Crowd,
  plan: BombPlan,
  shows: (report: BombReport) => Promise<string[]>,
): Promise<BombReport> {
  const { world, lists } = house;
  const { clock, deps } = world;
  const mailedAt = new Map<string, { at: number; list: string }[]>();
  let seen = 0;
  const collect = () => {
    for (; seen < world.mailbox.mails.length; seen++) {
      const { mail } = world.mailbox.mails[seen] as (typeof world.mailbox.mails)[number];
      if (!mail.text.includes("/c/")) continue;
      const list = mail.text.includes("apspriešan") ? "second" : "first";
      mailedAt.set(mail.to, [...(mailedAt.get(mail.to) ?? []), { at: clock.now(), list }]);
    }
  };
  const asked = new Map<string, number>();
  const begun = clock.now();
  const step = (plan.hours * HOUR) / plan.requests;
  const every = Math.floor(plan.requests / plan.people);
  let swept = begun;
  const sweep = async () => {
    swept = clock.now();
    await deps.queue.enqueue({ kind: "readings" });
    await recoverAll(deps);
    await world.work();
    collect();
  };
  for (let i = 0; i < plan.requests; i++) {
    clock.reach(begun + Math.floor(i * step));
    const victim = i % plan.victims;
    await house.send({
      // The plus sign is the oldest way around a cap.
      address: i % 3 === 0 ? `upuris${victim}+${i}@pasts.example` : `Upuris${victim}@pasts.example`,
      ip: `198.51.${i % plan.networks}.${i % 200}`.replace(
        "198.51.",
        `198.${51 + Math.floor((i % plan.networks) / 250)}.`,
      ),
      lists: [i % 2 === 0 ? lists[0] : lists[1]],
      ...(i % plan.works === 0 && { work: true as const }),
      ...(i % 17 === 5 && { trap: "http://spam.example" }),
    });
    if (i % every === 0 && asked.size < plan.people) {
      const n = asked.size;
      const address = `cilveks${n}@majas.example`;
      asked.set(address, clock.now());
      await house.send({
        address,
        ip: `203.0.113.${n % 250}`.replace("113", String(113 + (n % 7))),
        ...(n % 8 !== 0 && { work: true as const }),
      });
    }
    await world.work();
    collect();
    if (clock.now() - swept > 60_000) await sweep();
  }
  const atTheEnd = { ...(await house.counted()) };
  // A day later: the sweep runs every minute in the house; here every thirty.
  for (let minutes = 0; minutes < 26 * 60; minutes += 30) {
    clock.pass({ minutes: 30 });
    await sweep();
  }
  const victims = [...mailedAt].filter(([to]) => to.startsWith("upuris") || to.startsWith("Upuris"));
  const byPerson = new Map<string, { at: number; list: string }[]>();
  for (const [to, mails] of victims) {
    const mailbox = to.toLowerCase().replace(/\+.*@/, "@");
    byPerson.set(mailbox, [...(byPerson.get(mailbox) ?? []), ...mails]);
  }
  const mostForOneListADay = Math.max(
    0,
    ...[...byPerson.values()].flatMap((mails) =>
      mails.map(
        (one) => mails.filter((m) => m.list === one.list && m.at >= one.at && m.at < one.at + 24 * HOUR).length,
      ),
    ),
  );
  const waits = [...asked].flatMap(([to, at]) => (mailedAt.get(to) ?? []).map((mail) => (mail.at - at) / HOUR));
  const report: BombReport = {
    mostToOne: Math.max(0, ...[...byPerson.values()].map((mails) => mails.length)),
    mostForOneListADay,
    toVictims: [...byPerson.values()].flat().length,
    reached: [...asked.keys()].filter((to) => (mailedAt.get(to) ?? []).length === 1).length,
    waitedHours: Math.max(0, ...waits),
    counted: atTheEnd,
    alerts: (await world.rows("SELECT 1 FROM alert WHERE code = 'sign-up.unusual'")).length,
    waiting: (await world.rows("SELECT 1 FROM intake WHERE state IN ('new', 'mailing')")).length,
    broken: [],
  };
  if (report.mostToOne > MOST_A_WEEK) report.broken.push("somebody got more than a week's mails");
  if (mostForOneListADay > 1) report.broken.push("somebody got two mails about one list within a day");
  if (report.reached < plan.people) report.broken.push("a real person got no mail");
  if (report.waitedHours >= 24) report.broken.push("a real person waited for a day");
  if (report.waiting > 0) report.broken.push("requests are still open after a day");
  if (report.alerts !== 1) report.broken.push("the desk was not told once");
  report.broken.push(...(await shows(report)));
  return report;
}
