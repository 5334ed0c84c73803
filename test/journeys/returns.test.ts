/**
 * Attempts to come back (promise P5): an address that has a suppression tag enters by every door there is, for every reason a
 * tag can have. It is mailed by none of them, but for the one capped mail that asks its owner where the reason lets him
 * return, and the desk tells each attempt apart. (There is no API yet. A restored backup: the drill of the erasure journal.)
 */
import { describe, expect, it } from "vitest";
import { REASONS, type Reason, SILENCE } from "../../src/domain/suppressions/rules.ts";
import { fakeWebhooks, type KnownMail, SECRET } from "../fakes/resend-webhooks.ts";
import { type SignUpWorld, signUpWorld } from "../http/public/sign-up-desk.ts";

const ANNA = "anna@pasts.example";
const silent = (reason: Reason) => SILENCE.includes(reason);

const attempts = async ({ world }: SignUpWorld) =>
  (await world.rows("SELECT door, reason, outcome, n FROM return_attempt ORDER BY door, outcome")).map(
    (r) => `${r.door} ${r.reason} ${r.outcome} ${r.n}`,
  );
const mails = ({ world }: SignUpWorld) => world.mailbox.mails.filter((m) => m.mail.to.toLowerCase() === ANNA).length;
const live = async ({ world }: SignUpWorld) =>
  Number((await world.rows("SELECT count(*) AS n FROM subscription WHERE state <> 'ended'"))[0]?.n);

async function tag(house: SignUpWorld, reason: Reason, scope: string): Promise<void> {
  const [made] = house.world.deps.vault.suppressionTags(ANNA);
  await house.world.client.execute({
    sql: "INSERT INTO suppression (tag, key_id, scope, reason, day, review_day) VALUES (?, ?, ?, ?, '2026-01-01', '2029-01-01')",
    args: [made?.tag as Uint8Array, made?.keyId ?? "", scope, reason],
  });
}

const utf16 = (text: string) => {
  const bytes = new Uint8Array(2 + text.length * 2);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) bytes.set([text.charCodeAt(i) & 255, text.charCodeAt(i) >> 8], 2 + i * 2);
  return bytes;
};

/** The same person as each system writes him. */
const FILES: Record<string, string | Uint8Array> = {
  "a list with titles": `E-pasts;Vārds\r\n${ANNA};Anna\r\n`,
  "plain addresses": `${ANNA.toUpperCase()}\n`,
  "Excel's Unicode text": utf16(`E-pasts\tVārds\r\n${ANNA}\tAnna\r\n`),
  "Mailchimp's subscribed file": `"Email Address","First Name",OPTIN_TIME,CONFIRM_TIME\n${ANNA},Anna,"2025-01-01 10:00:00","2025-01-01 10:00:00"\n`,
  "listmonk's export": `uuid,email,name,attributes,status,created_at,updated_at\n1,${ANNA},Anna,{},enabled,2025-01-01,2025-01-01\n`,
  "MailerLite's export": `email,status,subscribed_at\n${ANNA},active,2025-01-01 10:00:00\n`,
};

async function bring(house: SignUpWorld, file: string | Uint8Array): Promise<string> {
  const desk = await house.world.signIn("editor");
  const sent = await desk.post("/staff/imports", {
    list: house.lists[0],
    source: "Vecais saraksts",
    since: "2021-03-01",
    basis: "consent",
    origin: "themselves",
    proof: "",
    file: new File([file as BlobPart], "saraksts.csv"),
  });
  const own = sent.headers.get("location") ?? "";
  await house.world.work();
  const page = await (await desk.get(own)).text();
  await desk.post(`${own}/run`, {});
  await house.world.work();
  return page;
}

for (const scope of ["purpose", "everything"] as const)
  describe(`an address with a tag for ${scope === "purpose" ? "the purpose" : "everything"} that comes back`, () => {
    const scopeOf = (house: SignUpWorld) => (scope === "purpose" ? house.purposes[0] : "*");
    const cases = Object.keys(FILES).flatMap((name) => REASONS.map((reason) => [name, reason] as const));
    // Every format with every reason for the purpose; for everything the first reason of each format will do.
    it.each(cases.filter(([, reason]) => scope === "purpose" || reason === "withdrawn"))(
      "in %s, tag „%s”: is not added, is counted, and gets no mail",
      async (name, reason) => {
        const house = await signUpWorld();
        await tag(house, reason, scopeOf(house));
        await bring(house, FILES[name] ?? "");
        const [job] = await house.world.rows("SELECT findings FROM import");
        expect(JSON.parse(String(job?.findings))).toMatchObject({ add: 0, left: 1, leftBy: { [reason]: 1 } });
        expect([await live(house), mails(house)]).toEqual([0, 0]);
        expect(await attempts(house)).toEqual([`import ${reason} refused 1`]);
        await house.world.check();
      },
    );

    it.each(REASONS)("at the sign-up form, tag „%s”: one mail asks him, or none at all", async (reason) => {
      const house = await signUpWorld();
      await tag(house, reason, scopeOf(house));
      await house.signUp(ANNA, [house.lists[0]]);
      await house.world.work();
      expect(mails(house)).toBe(silent(reason) ? 0 : 1);
      // Typed again by whoever wants to annoy him.
      await house.signUp(ANNA, [house.lists[0]]);
      await house.world.work();
      expect([mails(house), await live(house)]).toEqual([silent(reason) ? 0 : 1, 0]);
      expect(await attempts(house)).toEqual(
        silent(reason) ? [`sign-up ${reason} refused 2`] : [`sign-up ${reason} asked 1`, `sign-up ${reason} refused 1`],
      );
      await house.world.check();
    });

    it.each(REASONS)("by a link that he is sent and presses, tag „%s”: only his own yes lifts it", async (reason) => {
      const house = await signUpWorld();
      await house.signUp(ANNA, [house.lists[0]]);
      await house.world.work();
      await tag(house, reason, scopeOf(house));
      const pressed = await house.press(house.link(ANNA), "yes");
      await house.world.work();
      expect([pressed.status < 400, await live(house)]).toEqual(silent(reason) ? [false, 0] : [true, 1]);
      const returned = silent(reason) ? "refused" : "returned";
      expect(await attempts(house)).toEqual([`confirm-link ${reason} ${returned} 1`]);
      await house.world.check();
    });

    it.each(REASONS)("for a link to his own page, tag „%s”", async (reason) => {
      const house = await signUpWorld();
      await tag(house, reason, scopeOf(house));
      await house.world.browser().post("/me", { email: ANNA });
      await house.world.work();
      // He has a right to see what is kept; after a wish for silence whoever types is not believed to be him.
      expect(mails(house)).toBe(silent(reason) ? 0 : 1);
      expect(await attempts(house)).toEqual(silent(reason) ? [`own-page ${reason} refused 1`] : []);
    });
  });

it("a confirmation link that was used, pressed again after he left, shows how it stands and brings nobody back", async () => {
  const house = await signUpWorld();
  await house.signUp(ANNA, [house.lists[0]]);
  await house.world.work();
  const link = house.link(ANNA);
  await house.press(link, "yes");
  await house.world.work();
  const desk = await house.world.signIn("editor");
  await desk.post("/staff/suppression/add", { address: ANNA, scope: "*", reason: "bounced", source: "Pastkastes nav" });
  const before = mails(house);
  expect((await house.press(link, "yes")).status).toBe(200);
  await house.world.work();
  expect([await live(house), mails(house)]).toEqual([0, before]);
  await house.world.check();
});

describe("by mistake: the return page after a „no”", () => {
  /** He signed up, left by the link of his receipt and still has the page before him. */
  async function left() {
    const house = await signUpWorld();
    await house.signUp(ANNA, [house.lists[0]]);
    await house.world.work();
    await house.press(house.link(ANNA), "yes");
    await house.world.work();
    const link = /\/u\/[A-Za-z0-9_-]{71}/.exec(house.world.mailbox.mails.at(-1)?.mail.text ?? "")?.[0] ?? "";
    const browser = house.world.browser();
    const page = await (await browser.post(link, { scope: "list", lang: "lv" })).text();
    const seal = /name="seal" value="([^"]+)"/.exec(page)?.[1] ?? "";
    expect([await live(house), seal === ""]).toEqual([0, false]);
    return { house, back: () => browser.post("/return", { seal, lang: "lv" }) };
  }

  it("his own „no” is taken back once, and told apart; pressed again it says how it stands", async () => {
    const { house, back } = await left();
    expect((await back()).status).toBe(200);
    expect([await live(house), await attempts(house)]).toEqual([1, ["return-page withdrawn returned 1"]]);
    await back();
    expect([await live(house), await attempts(house)]).toEqual([1, ["return-page withdrawn returned 1"]]);
    await house.world.check();
  });

  it.each(SILENCE)("after a wish for silence in between („%s”) it brings nobody back", async (reason) => {
    const { house, back } = await left();
    const sent = mails(house);
    await house.world.client.execute({ sql: "UPDATE suppression SET reason = ?", args: [reason] });
    expect((await back()).status).toBe(422);
    await house.world.work();
    expect([await live(house), mails(house)]).toEqual([0, sent]);
    expect(await attempts(house)).toEqual([`return-page ${reason} refused 1`]);
    await house.world.check();
  });
});

it("events of the provider that come after he left, and again, change nothing of him and lift nothing", async () => {
  const house = await signUpWorld({ config: { resendWebhookSecret: SECRET } });
  await house.signUp(ANNA, [house.lists[0]]);
  await house.world.work();
  await house.press(house.link(ANNA), "yes");
  await house.world.work();
  const desk = await house.world.signIn("editor");
  await desk.post("/staff/suppression/add", { address: ANNA, scope: "*", reason: "never", source: "Lūdza nerakstīt" });
  const to = async (request: Request) => {
    const body = await request.text();
    return house.world.request(new URL(request.url).pathname, { method: "POST", headers: request.headers, body });
  };
  const hooks = fakeWebhooks({ now: house.world.clock.now, to });
  const mail = { id: "re_gone", to: ANNA, from: "x@ministrija.example", subject: "x", at: house.world.clock.now() };
  const rows = async () => JSON.stringify(await house.world.rows("SELECT * FROM suppression"));
  const [before, sent] = [await rows(), mails(house)];
  for (const type of ["email.delivered", "email.complained", "email.delivered"]) {
    const event = hooks.event(type, mail as KnownMail);
    for (let again = 0; again < 2; again++) expect((await hooks.send(event)).status).toBeLessThan(300);
  }
  await house.world.work();
  expect([await live(house), mails(house), await rows()]).toEqual([0, sent, before]);
  await house.world.check();
});
