/**
 * GDPR Art. 7(3): withdrawing is as easy as giving. For each kind of list both ways are walked through the real pages, and what they
 * cost is counted: pages, presses, fields, mails. The way out through the same door never costs more of anything, and asks for no
 * login and no field; and every kind of list can be left by one press of the mail program, without any page.
 */
import { describe, expect, it } from "vitest";
import { loadStanding } from "../../../src/domain/consent/views/standing.ts";
import { createList } from "../../../src/domain/lists/create.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { NO_MAILING } from "../../../src/platform/tokens.ts";
import { isRefusal } from "../../../src/refusal.ts";
import { type Cost, Walker } from "../../support/walker.ts";
import type { World } from "../../support/world.ts";
import { askedPeople } from "./asked.ts";
import { enter, linkOf } from "./me/visitor.ts";
import { signUpWorld } from "./sign-up-desk.ts";

const ANNA = "anna@pasts.example";

const notMore = (out: Cost, way: Cost) => {
  for (const what of ["pages", "presses", "fields", "mails"] as const)
    expect([what, out[what] <= way[what]]).toEqual([what, true]);
};

/** How many live subscriptions there are. */
const live = async (world: World) =>
  Number((await world.rows("SELECT count(*) AS n FROM subscription WHERE state <> 'ended'"))[0]?.n);

/** The link that every mail of a list carries, of the subscription that this address has on it. */
async function refusalLink(world: World, slug?: string): Promise<string> {
  const standing = await loadStanding(world.deps, { normalised: ANNA });
  const one = standing?.subscriptions.find((s) => slug === undefined || s.listSlug === slug);
  return `/u/${world.deps.tokens.make("u", { subscriptionId: one?.id ?? "", mailingId: NO_MAILING })}`;
}

/** What one press of the mail program costs: no page, nothing to fill in (RFC 8058). */
async function oneClick(world: World, link: string): Promise<Cost> {
  const answer = await world.request(link, {
    method: "POST",
    headers: { "Content-Type": "application/x-www-form-urlencoded" },
    body: "List-Unsubscribe=One-Click",
  });
  expect(answer.status).toBe(200);
  return { pages: 0, presses: 1, fields: 0, mails: 1 };
}

async function leaveByPage(world: World, link: string): Promise<Cost> {
  const her = new Walker(world.browser());
  await her.follow(link);
  await her.press(/value="list"/);
  return her.cost;
}

describe("a newsletter", () => {
  /** Signs up at the form and confirms by the mail. */
  async function signedUp() {
    const house = await signUpWorld();
    const { world } = house;
    const her = new Walker(world.browser());
    await her.open("/subscribe?lang=lv");
    const list = /name="list"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="list"/.exec(her.html);
    await her.press(/type="submit"/, { list: list?.[1] ?? list?.[2] ?? "", email: ANNA });
    await world.work();
    await her.follow(house.link(ANNA));
    await her.press(/value="yes"/);
    expect(await live(world)).toBe(1);
    return { ...house, give: her.cost };
  }

  it("is left by the page of any mail with fewer pages, presses and fields than signing up took", async () => {
    const { world, give } = await signedUp();
    const out = await leaveByPage(world, await refusalLink(world));
    expect(await live(world)).toBe(0);
    expect([give, out]).toEqual([
      { pages: 2, presses: 2, fields: 2, mails: 1 },
      { pages: 1, presses: 1, fields: 0, mails: 1 },
    ]);
    notMore(out, give);
  });

  it("is left by one press of the mail program, without any page", async () => {
    const { world, give } = await signedUp();
    const out = await oneClick(world, await refusalLink(world));
    expect(await live(world)).toBe(0);
    notMore(out, give);
  });

  it("is switched off on one's own page by one press, where switching on takes a page and a press", async () => {
    const { world, lists, purposes } = await signedUp();
    const browser = await enter(world, ANNA);
    const on = new Walker(browser);
    await on.open("/me");
    const start = { ...on.cost };
    await on.open(`/me/lists/${lists[1]}`);
    await on.press(/Jā, piekrītu/);
    expect(await live(world)).toBe(2);
    const out = new Walker(browser);
    await out.open("/me");
    await out.press(/aria-label="Atteikties: Sabiedriskās apspriešanas/);
    expect(await live(world)).toBe(1);
    const since = (cost: Cost) => ({ ...cost, pages: cost.pages - start.pages });
    expect(purposes).toHaveLength(2);
    notMore(since(out.cost), since(on.cost));
    expect(since(out.cost)).toEqual({ pages: 0, presses: 1, fields: 0, mails: 0 });
  });

  it("is left from nothing but one's address by no more than joining from nothing but one's address on the same page", async () => {
    const { world, lists } = await signedUp();
    const walk = async (act: (her: Walker) => Promise<unknown>) => {
      const her = new Walker(world.browser());
      await her.open("/me?lang=lv");
      await her.press(/Nosūtīt saiti/, { email: ANNA });
      await world.work();
      await her.follow(linkOf(world, ANNA));
      await her.press(/Atvērt manu lapu/);
      await act(her);
      return her.cost;
    };
    const give = await walk(async (her) => {
      await her.open(`/me/lists/${lists[1]}`);
      await her.press(/Jā, piekrītu/);
    });
    world.clock.pass({ hours: 2 });
    const out = await walk((her) => her.press(/aria-label="Atteikties: Sabiedriskās apspriešanas/));
    expect(await live(world)).toBe(1);
    notMore(out, give);
  });
});

describe("a re-consent", () => {
  it("is refused by exactly what agreeing takes, and withdrawn afterwards by no more", async () => {
    const walked = async (answer: "yes" | "no") => {
      const house = await askedPeople([ANNA]);
      const her = new Walker(house.world.browser());
      await her.follow(house.path("r", ANNA));
      await her.press(new RegExp(`value="${answer}"`));
      return { ...house, cost: her.cost };
    };
    const [yes, no] = [await walked("yes"), await walked("no")];
    expect(yes.cost).toEqual({ pages: 1, presses: 1, fields: 0, mails: 1 });
    expect(no.cost).toEqual(yes.cost);
    expect([await live(yes.world), await live(no.world)]).toEqual([1, 0]);
    notMore(await leaveByPage(yes.world, yes.path("u", ANNA)), yes.cost);
    expect(await live(yes.world)).toBe(0);
  });

  it("is withdrawn by one press of the mail program too", async () => {
    const { world, path } = await askedPeople([ANNA]);
    await oneClick(world, path("u", ANNA));
    expect(await live(world)).toBe(0);
  });
});

describe.each(["service", "staff"] as const)("a %s list, to which nobody had to agree", (kind) => {
  async function held() {
    const { world } = await askedPeople([ANNA], kind === "service" ? [ANNA] : []);
    if (kind === "service") {
      const [list] = await world.rows("SELECT slug FROM list WHERE kind = 'service'");
      return { world, slug: String(list?.slug) };
    }
    const editor: StaffActor = { kind: "staff", id: "cli", role: "admin", via: "cli" };
    const [of] = await world.rows("SELECT purpose_id AS id FROM list WHERE kind = 'service'");
    const made = await createList(world.deps, editor, {
      kind: "staff",
      purposeId: String(of?.id),
      names: { lv: "Darbinieku ziņas", en: "Staff news" },
      promise: { lv: "Reizi mēnesī.", en: "Once a month." },
    });
    if (isRefusal(made)) throw new Error(`no list: ${JSON.stringify(made)}`);
    const standing = await loadStanding(world.deps, { normalised: ANNA });
    await world.client.execute({
      sql: `INSERT INTO subscription (id, list_id, address_id, person_id, state, bulk_salt, created_at)
            VALUES (?, ?, ?, ?, 'active', randomblob(32), ?)`,
      args: [crypto.randomUUID(), made.id, standing?.address.id ?? "", standing?.person.id ?? "", world.clock.now()],
    });
    return { world, slug: made.slug };
  }

  it("is left by one page with one press, without a field or a login; by one press without a page; and on one's own page", async () => {
    const byPage = await held();
    expect(await live(byPage.world)).toBe(2);
    expect(await leaveByPage(byPage.world, await refusalLink(byPage.world, byPage.slug))).toEqual({
      pages: 1,
      presses: 1,
      fields: 0,
      mails: 1,
    });
    expect(await live(byPage.world)).toBe(1);

    const byProgram = await held();
    await oneClick(byProgram.world, await refusalLink(byProgram.world, byProgram.slug));
    expect(await live(byProgram.world)).toBe(1);

    const own = await held();
    const her = new Walker(await enter(own.world, ANNA));
    await her.open("/me");
    await her.press(/aria-label="(Iebilst un vairs nesaņemt|Atteikties): /);
    expect([her.cost.presses, her.cost.fields, await live(own.world)]).toEqual([1, 0, 1]);
  });
});
