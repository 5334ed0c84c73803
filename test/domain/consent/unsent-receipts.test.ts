/** Receipts that wait for their proof, that die on the way, and that a person sends again. */
import { describe, expect, it, onTestFinished } from "vitest";
import { postMail } from "../../../src/delivery/post.ts";
import type { Deps } from "../../../src/deps.ts";
import { mailReceipts } from "../../../src/domain/consent/mail-receipts.ts";
import { sendReceiptsAgain } from "../../../src/domain/consent/send-receipts-again.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { handleJob } from "../../../src/runtime/consume.ts";
import { createSmtpMailer } from "../../../src/runtime/node/smtp/mailer.ts";
import { startFakeSmtp } from "../../fakes/smtp.ts";
import { type Asked, askedPeople } from "../../http/public/asked.ts";
import type { World } from "../../support/world.ts";
import { admin, officer } from "../office.ts";

const ANNA = "anna@pasts.example";
const JANIS = "janis@pasts.example";
const states = async (world: World) =>
  (await world.rows("SELECT state FROM receipt ORDER BY eid")).map((r) => r.state).sort();
const alerts = (world: World) =>
  world.rows("SELECT subject FROM alert WHERE code = 'receipt.unsent' AND closed_at IS NULL");
/** The log is sealed at most once a second. */
async function seal(world: World) {
  world.clock.pass({ seconds: 2 });
  await handleJob(world.deps, { kind: "seal" });
}
const receipts = (world: World) => world.mailbox.mails.filter((m) => m.mail.tags?.kind === "receipt");

async function yes({ world, path, notice }: Asked, address = ANNA) {
  const link = path("r", address);
  const page = await (await world.request(link)).text();
  await world.browser().post(link, { answer: "yes", notice: notice(page), lang: "lv" });
}

/** The same house, with mail over a server that knows no keys. */
async function overSmtp(world: World): Promise<{ deps: Deps; mails: readonly unknown[] }> {
  const server = await startFakeSmtp();
  const mailer = createSmtpMailer({ url: server.url });
  onTestFinished(async () => {
    mailer.close?.();
    await server.stop();
  });
  const deps: Deps = { ...world.deps, mailer };
  deps.post = (mail, key, begin) => postMail(deps, mail, key, begin);
  return { deps, mails: server.mails };
}

describe("a receipt", () => {
  it("waits for its proof: it goes when its entry is under a signed head, and asks for that itself", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    await yes(house);
    await mailReceipts(world.deps);
    expect([await states(world), receipts(world).length]).toEqual([["due"], 0]);
    expect(world.jobs.map(({ kind }) => kind)).toContain("seal");
    await world.work();
    expect([await states(world), receipts(world).length]).toEqual([["mailed"], 1]);
    await world.check();
  });

  it("that waits long is found by the sweep, and does not hold the others up", async () => {
    const house = await askedPeople([ANNA, JANIS]);
    const { world } = house;
    await yes(house);
    await seal(world);
    world.clock.pass({ minutes: 1 });
    await yes(house, JANIS);
    await mailReceipts(world.deps);
    expect(receipts(world).map(({ mail }) => mail.to)).toEqual([ANNA]);
    for (let hours = 0; hours < 5; hours++) {
      world.clock.pass({ hours: 1 });
      await mailReceipts(world.deps);
    }
    expect(await states(world)).toEqual(["due", "mailed"]);
    await seal(world);
    world.clock.pass({ minutes: 11 });
    await handleJob(world.deps, { kind: "recover" });
    await world.work();
    expect(receipts(world)).toHaveLength(2);
  });

  it.each(["before it has its place", "after"])(
    "is not handed over by a machine that slept %s, and another one has mailed it meanwhile",
    async (when) => {
      const house = await askedPeople([ANNA]);
      const { world } = house;
      await yes(house);
      await seal(world);
      let handedOver = 0;
      const sleeps = async () => {
        world.clock.pass({ minutes: 10 });
        await mailReceipts(world.deps);
      };
      const { mailer, render } = world.deps;
      const deps: Deps = {
        ...world.deps,
        mailer: {
          ...mailer,
          async prepare(mails) {
            const prepared = await mailer.prepare(mails);
            if (when === "after") await sleeps();
            return { ...prepared, handOver: () => Promise.reject(new Error(`${++handedOver} handed over`)) };
          },
        },
        render: {
          ...render,
          receipt(mail) {
            if (when !== "after") world.clock.pass({ minutes: 10 });
            return render.receipt(mail);
          },
        },
      };
      deps.post = (mail, key, begin) => postMail(deps, mail, key, begin);
      await mailReceipts(deps);
      await mailReceipts(world.deps);
      expect([handedOver, receipts(world).length, await states(world)]).toEqual([0, 1, ["mailed"]]);
    },
  );

  it("over SMTP goes out again where the process died before the mail began, once", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    const { deps, mails } = await overSmtp(world);
    await yes(house);
    await seal(world);
    const dies = { ...deps, post: () => Promise.reject(new Error("killed")) };
    await expect(mailReceipts(dies)).rejects.toThrow("killed");
    await mailReceipts(deps);
    expect(mails).toHaveLength(0);
    world.clock.pass({ minutes: 6 });
    await mailReceipts(deps);
    await mailReceipts(deps);
    expect([await states(world), mails.length]).toEqual([["mailed"], 1]);
  });

  it("over SMTP is never sent twice by itself: where the process died after the mail began, a person is told", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    const { deps, mails } = await overSmtp(world);
    await yes(house);
    await seal(world);
    const post: Deps["post"] = async (mail, key, begin) => {
      await postMail(deps, mail, key, begin);
      throw new Error("killed");
    };
    await expect(mailReceipts({ ...deps, post })).rejects.toThrow("killed");
    expect([await states(world), mails.length]).toEqual([["mailing"], 1]);
    for (let i = 0; i < 3; i++) {
      world.clock.pass({ minutes: 6 });
      await mailReceipts(deps);
    }
    expect([await states(world), mails.length]).toEqual([["unknown"], 1]);
    expect(await alerts(world)).toEqual([{ subject: "receipts" }]);
  });

  it("that may have gone out under a key stays in doubt, and is never said not to have gone out", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    await yes(house);
    await seal(world);
    const answers: Awaited<ReturnType<Deps["post"]>>[] = [
      { outcome: "unknown", code: "provider.no_answer" },
      { outcome: "later", code: "provider.rate_limit", retryAfterMs: 60_000 },
    ];
    const deps: Deps = {
      ...world.deps,
      post: async () => answers.shift() ?? Promise.reject(new Error("one too many")),
    };
    await mailReceipts(deps);
    world.clock.pass({ minutes: 6 });
    await mailReceipts(deps);
    expect([await states(world), answers.length]).toEqual([["mailing"], 0]);
    // Nobody gets through for the rest of the day: what the first attempt did is still not known.
    world.clock.pass({ hours: 20 });
    await mailReceipts(deps);
    expect([await states(world), (await alerts(world)).length]).toEqual([["unknown"], 1]);
  });

  it("over SMTP does not go to whoever leaves in the moment before", async () => {
    const house = await askedPeople([ANNA]);
    const { world } = house;
    const { deps, mails } = await overSmtp(world);
    await yes(house);
    await seal(world);
    const post: Deps["post"] = async (mail, key, begin) => {
      const page = await (await world.request(house.path("r", ANNA))).text();
      await world.browser().post(house.path("r", ANNA), { answer: "no", notice: house.notice(page), lang: "lv" });
      return postMail(deps, mail, key, begin);
    };
    await mailReceipts({ ...deps, post });
    expect([await states(world), mails.length]).toEqual([[], 0]);
  });
});

describe("receipts that did not go out", () => {
  async function unsent() {
    const house = await askedPeople([ANNA, JANIS]);
    const { world } = house;
    await yes(house);
    await yes(house, JANIS);
    await seal(world);
    await mailReceipts({ ...world.deps, post: async () => ({ outcome: "refused", code: "provider.invalid" }) });
    return { house, world };
  }

  it("are told once, stand on the desk, and go out by a person's press; the log keeps who it was", async () => {
    const { world } = await unsent();
    expect([await states(world), (await alerts(world)).length]).toEqual([["given-up", "given-up"], 1]);
    const desk = await world.signIn("editor");
    const page = await (await desk.get("/staff/work")).text();
    expect(page).toContain("Piekrišanas apliecinājumi, kas nav nosūtīti");
    expect(page).not.toContain(ANNA);
    const answer = await desk.post("/staff/work/receipts", { n: "2" });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/staff/work?done=receipts"]);
    await world.work();
    expect([await states(world), receipts(world).length]).toEqual([["mailed", "mailed"], 2]);
    expect(await alerts(world)).toEqual([]);
    const [event] = await world.rows("SELECT body FROM event WHERE typ = 'receipts.sent-again'");
    expect(JSON.parse(String(event?.body))).toMatchObject({ receipts: 2, unknown: 0 });
    await world.check();
  });

  it("are sent again only by whoever may, and only as many as he saw", async () => {
    const { world } = await unsent();
    const no = await sendReceiptsAgain(world.deps, officer, { n: 2 });
    expect(isRefusal(no) && no.code).toBe("staff.forbidden");
    const stale = await sendReceiptsAgain(world.deps, admin, { n: 1 });
    expect(isRefusal(stale) && stale.code).toBe("messages.number_stale");
    expect(await states(world)).toEqual(["given-up", "given-up"]);
    await world.work();
    expect(await sendReceiptsAgain(world.deps, admin, { n: 2 })).toEqual({ receipts: 2 });
    const none = await sendReceiptsAgain(world.deps, admin, { n: 2 });
    expect(isRefusal(none) && none.code).toBe("messages.nothing_left");
  });
});
