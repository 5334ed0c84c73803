import PostalMime from "postal-mime";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Handover, Mailer, MailOutcome, OneByOne } from "../../../src/deps.ts";
import { createSmtpMailer, type SmtpSettings } from "../../../src/runtime/node/smtp/mailer.ts";
import { type Behaviour, type FakeSmtp, startFakeSmtp } from "../../fakes/smtp.ts";
import { handOver } from "../../support/mailer.ts";
import { sampleMails as batch } from "./sample.ts";

let server: FakeSmtp;
const open: Mailer[] = [];
beforeAll(async () => {
  server = await startFakeSmtp();
});
afterAll(() => server.stop());
beforeEach(() => server.behave({}));
afterEach(() => {
  for (const mailer of open.splice(0)) mailer.close?.();
});

const mailer = (settings: Partial<SmtpSettings> = {}) => {
  const made = createSmtpMailer({ url: server.url, ...settings });
  open.push(made);
  return made;
};
const each = (handover: Handover): readonly MailOutcome[] => {
  if (handover.outcome !== "each") throw new Error(`not each, but ${handover.outcome}`);
  return handover.mails;
};
const one = async (settings: Partial<SmtpSettings> = {}, key = "send/1") =>
  handOver(mailer(settings), batch(1), key).then((h) => (h.outcome === "each" ? h.mails[0] : h));
const last = () => server.mails.at(-1) as (typeof server.mails)[number];

describe("the SMTP mailer", () => {
  it("gives each mail a transaction of its own, with one recipient in envelope and message", async () => {
    const before = server.mails.length;
    const mails = batch(20);
    const outcomes = each(await handOver(mailer(), mails, "send/1"));
    expect(outcomes.map((m) => m.outcome)).toEqual(mails.map(() => "accepted"));
    const got = server.mails.slice(before);
    expect(got.map((m) => m.to).sort()).toEqual(mails.map((m) => [m.to]).sort());
    for (const { from, to, raw } of got) {
      expect(from).toBe("jaunumi@ministrija.example");
      const parsed = await PostalMime.parse(raw);
      expect(parsed.to).toEqual([{ name: "", address: to[0] }]);
      expect([...(parsed.cc ?? []), ...(parsed.bcc ?? [])]).toEqual([]);
      // The id of an outcome is the Message-ID of that very mail.
      const index = mails.findIndex((m) => m.to === to[0]);
      expect(outcomes[index]).toEqual({ outcome: "accepted", id: parsed.messageId });
    }
  });

  it("gives the same Message-ID to the same key and place, another one to another", async () => {
    const ids = async (key: string) => each(await handOver(mailer(), batch(2), key)).map((m) => "id" in m && m.id);
    const [first, again, other] = [await ids("send/1"), await ids("send/1"), await ids("send/2")];
    expect(first).toEqual(again);
    expect(new Set([...first, ...other]).size).toBe(4);
    for (const id of first) expect(id).toMatch(/^<[0-9a-f]{32}@ministrija\.example>$/);
  });

  it("has one fingerprint for the same mails at any time, and another for others", async () => {
    let now = 1_795_000_000_000;
    const of = async (n: number) => (await mailer({ now: () => now }).prepare(batch(n))).sha256;
    const first = await of(3);
    now += 86_400_000;
    expect(await of(3)).toBe(first);
    expect(await of(2)).not.toBe(first);
  });

  it("dates a mail when it goes", async () => {
    await handOver(mailer({ now: () => Date.UTC(2026, 11, 5, 7, 8, 9) }), batch(1), "send/1");
    expect(last().raw).toMatch(/^Date: Sat, 05 Dec 2026 07:08:09 \+0000\r$/m);
  });

  it("uses its lines again, as many as it was given and no more", async () => {
    const before = server.connected;
    const own = mailer({ connections: 3 });
    for (let i = 0; i < 4; i++) await handOver(own, batch(25), `send/${i}`);
    await expect.poll(() => server.connected - before).toBe(3);
    await handOver(own, batch(25), "send/last");
    expect(server.connected - before).toBe(3);
  });

  it("says that it remembers no keys, so that nobody tries an unknown outcome again", () => {
    expect(mailer().remembersKeys).toBe(false);
  });

  it.each([
    [undefined, 25, undefined],
    [100, 25, 4],
    [10, 10, 1],
    [0.5, 1, 0.5],
  ])("keeps to %s mails a second by the size and rate of its hand-overs", (perSecond, limit, rate) => {
    expect(mailer({ perSecond })).toMatchObject({ limit, perSecond: rate });
  });

  it("refuses a broken header before it connects, and only that mail", async () => {
    const before = server.mails.length;
    const [good, bad] = batch(2);
    if (!good || !bad) throw new Error("no mails");
    const broken = { ...bad, from: { ...bad.from, name: "a\r\nBcc: x@evil.example" } };
    expect(each(await handOver(mailer(), [broken, good], "k"))).toMatchObject([
      { outcome: "refused", code: "mail.header_break" },
      { outcome: "accepted" },
    ]);
    expect(server.mails).toHaveLength(before + 1);
  });
});

describe("a hand-over whose mails are accounted for", () => {
  /** What was asked and told, in order; `may` says which mail may go. */
  const accounts = (may: (index: number) => boolean | Promise<boolean> = () => true) => {
    const story: string[] = [];
    const asks: OneByOne = {
      async begin(index) {
        story.push(`begin ${index}`);
        return may(index);
      },
      told: (index, { outcome }) => void story.push(`told ${index} ${outcome}`),
    };
    return { story, asks };
  };

  it("asks before a line says anything of a mail, and tells of it before the line takes another", async () => {
    server.behave((to) => (to.startsWith("liga2@") ? { rcpt: "550 5.1.1 no such user" } : {}));
    const { story, asks } = accounts();
    await (await mailer({ connections: 1 }).prepare(batch(3))).handOver("send/1", asks);
    expect(story).toEqual(["begin 0", "told 0 accepted", "begin 1", "told 1 refused", "begin 2", "told 2 accepted"]);
  });

  it("never has more mails begun and not told of than there are lines", async () => {
    server.behave({ slow: 20 });
    const { story, asks } = accounts();
    await (await mailer({ connections: 3 }).prepare(batch(20))).handOver("send/1", asks);
    let open = 0;
    let most = 0;
    for (const said of story) {
      open += said.startsWith("begin") ? 1 : -1;
      most = Math.max(most, open);
    }
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(3);
    expect(open).toBe(0);
  });

  it("leaves untouched what may not go, and says nothing of it to the server", async () => {
    const before = server.mails.length;
    const { asks } = accounts((index) => index !== 1);
    const prepared = await mailer({ connections: 1 }).prepare(batch(3));
    expect(each(await prepared.handOver("send/1", asks)).map((m) => m.outcome)).toEqual([
      "accepted",
      "untouched",
      "accepted",
    ]);
    expect(server.mails.slice(before).flatMap((m) => m.to)).toEqual([batch(3)[0]?.to, batch(3)[2]?.to]);
  });

  it("sends nothing on a permission that came after the time in which mails may begin", async () => {
    const before = server.mails.length;
    const own = mailer({ connections: 1, beginMs: 1_000 });
    const { asks } = accounts(() => new Promise((late) => setTimeout(() => late(true), 1_200)));
    const outcomes = each(await (await own.prepare(batch(1))).handOver("send/1", asks));
    expect(outcomes).toEqual([{ outcome: "untouched" }]);
    expect(server.mails).toHaveLength(before);
  });
});

describe("an answer of the server", () => {
  const greylisted = { outcome: "later", code: "provider.busy", retryAfterMs: 300_000 };
  it.each<[string, Partial<Behaviour>, object]>([
    ["no such user", { rcpt: "550 5.1.1 <<to>>: no such user" }, { outcome: "refused", code: "bounce.address" }],
    ["full", { rcpt: "552 5.2.2 mailbox of <to> is full" }, { outcome: "refused", code: "bounce.full" }],
    ["policy", { rcpt: "550 5.7.1 <to> blocked by policy" }, { outcome: "refused", code: "bounce.policy" }],
    ["no reason", { rcpt: 550 }, { outcome: "refused", code: "bounce.other" }],
    ["greylisted", { rcpt: "450 4.2.0 <to> greylisted" }, greylisted],
    ["a 5xx that says temporary", { rcpt: "550 4.2.1 later, <to>" }, greylisted],
    ["address after DATA", { data: "550 5.1.1 <to> unknown" }, { outcome: "refused", code: "bounce.address" }],
    ["policy after DATA", { data: "554 5.7.1 <to> spam" }, { outcome: "refused", code: "bounce.policy" }],
    ["the mail itself", { data: "554 5.6.0 bad <to>" }, { outcome: "refused", code: "provider.invalid" }],
    ["not now after DATA", { data: "451 4.7.1 try again, <to>" }, greylisted],
  ])("about one mail (%s) is that mail's outcome, and the others go", async (_, behaviour, outcome) => {
    server.behave((to) => (to.startsWith("liga2@") ? behaviour : {}));
    const outcomes = each(await handOver(mailer({ connections: 1 }), batch(4), "send/1"));
    expect(outcomes).toMatchObject([
      { outcome: "accepted" },
      outcome,
      { outcome: "accepted" },
      { outcome: "accepted" },
    ]);
    expect(Object.keys(outcomes[1] ?? {}).sort()).toEqual(Object.keys(outcome).sort());
  });

  it.each<[string, Partial<Behaviour>, object]>([
    ["the sender is refused", { mailFrom: "553 5.7.1 not yours" }, { code: "provider.setup", retryAfterMs: 900_000 }],
    ["the sender's address is refused late", { rcpt: "553 5.1.8 bad sender" }, { code: "provider.setup" }],
    ["a login is wanted", { mailFrom: "530 5.7.0 authentication required" }, { code: "provider.setup" }],
    ["we are refused at once", { greeting: "554 5.7.1 go away" }, { code: "provider.setup" }],
    ["it is busy at once", { greeting: "421 4.3.2 too busy" }, { code: "provider.busy" }],
    ["it has no room", { mailFrom: "452 4.3.1 no space" }, { code: "provider.busy" }],
    ["it has no room for anybody", { rcpt: "452 4.3.1 no space" }, { code: "provider.busy" }],
    ["it hangs up", { cutAtMailFrom: true }, { code: "provider.unreachable" }],
  ])("about all mail (%s) sends the whole hand-over back", async (_, behaviour, said) => {
    const before = server.mails.length;
    server.behave(behaviour);
    expect(await handOver(mailer(), batch(10), "send/1")).toMatchObject({ outcome: "later", ...said });
    expect(server.mails).toHaveLength(before);
  });

  it("about all mail, after some has gone, leaves each its own outcome", async () => {
    const limited = await startFakeSmtp();
    limited.behave(() => (limited.mails.length >= 3 ? { mailFrom: "451 4.7.0 enough for now" } : {}));
    const outcomes = each(await handOver(mailer({ url: limited.url, connections: 1 }), batch(10), "send/1"));
    expect(outcomes.map((m) => m.outcome)).toEqual([...Array(3).fill("accepted"), ...Array(7).fill("later")]);
    await limited.stop();
  });

  it("comes back later where there is no server", async () => {
    const nobody = mailer({ url: "smtp://127.0.0.1:9" });
    const later = { outcome: "later", code: "provider.unreachable", retryAfterMs: 60_000 };
    expect(await handOver(nobody, batch(5), "k")).toEqual(later);
    expect(await handOver(nobody, batch(5), "k")).toEqual(later);
  });
});

describe("no answer", () => {
  it.each([{ cutAfterData: true }, { silentAfterData: true }])(
    "after the message has begun to flow is unknown for that mail: %j",
    async (how) => {
      server.behave((to) => (to.startsWith("liga2@") ? how : {}));
      const outcomes = each(await handOver(mailer({ silenceMs: 300 }), batch(3), "send/1"));
      expect(outcomes).toMatchObject([
        { outcome: "accepted" },
        { outcome: "unknown", code: "provider.no_answer" },
        { outcome: "accepted" },
      ]);
    },
  );

  it("before it has begun is for later", async () => {
    server.behave({ silentAtMailFrom: true });
    const before = server.mails.length;
    expect(await handOver(mailer({ silenceMs: 300 }), batch(3), "send/1")).toMatchObject({
      outcome: "later",
      code: "provider.unreachable",
    });
    expect(server.mails).toHaveLength(before);
  });

  it("does not outlast the hand-over, however talkative the server is, and nothing flows after it", async () => {
    const slow = await startFakeSmtp();
    slow.behave({ slow: 300 });
    const own = mailer({ url: slow.url, connections: 2, beginMs: 500, endMs: 900 });
    const handover = await handOver(own, batch(8), "send/1");
    const outcomes = handover.outcome === "each" ? handover.mails : [];
    expect(outcomes.map((m) => m.outcome)).not.toContain("accepted");
    const arrived = slow.mails.length;
    // Whatever arrived is unknown, never "later"; and its lines are gone, so nothing can follow.
    expect(outcomes.filter((m) => m.outcome === "unknown").length).toBeGreaterThanOrEqual(arrived);
    await expect.poll(() => slow.open).toBe(0);
    expect(slow.mails).toHaveLength(arrived);
    await slow.stop();
  });

  it("of mails that found no line in time is no doubt: they come later", async () => {
    server.behave((to) => (to.startsWith("liga1@") ? { silentAfterData: true } : {}));
    const own = mailer({ connections: 1, beginMs: 600, silenceMs: 1_200 });
    expect(each(await handOver(own, batch(3), "send/1"))).toMatchObject([
      { outcome: "unknown" },
      { outcome: "later", code: "provider.busy" },
      { outcome: "later", code: "provider.busy" },
    ]);
  });
});

describe("signing in", () => {
  it("happens where the URL says so, and a wrong password calls a person", async () => {
    const guarded = await startFakeSmtp({ user: { name: "pieteka", password: "right" } });
    expect(await one({ url: guarded.url })).toMatchObject({ outcome: "accepted" });
    expect(guarded.signIns).toHaveLength(1);
    const wrong = mailer({ url: guarded.url.replace("right", "wrong"), connections: 8 });
    expect(await handOver(wrong, batch(20), "send/2")).toMatchObject({ outcome: "later", code: "provider.setup" });
    expect(guarded.mails).toHaveLength(1);
    // Tried once, not by every line: servers shut out whoever fails often.
    expect(guarded.signIns).toHaveLength(2);
    await guarded.stop();
  });

  it("is not skipped where the server offers none", async () => {
    const before = server.mails.length;
    const url = server.url.replace("//", "//pieteka:secret@");
    expect(await one({ url })).toMatchObject({ outcome: "later", code: "provider.setup" });
    expect(server.mails).toHaveLength(before);
  });
});
