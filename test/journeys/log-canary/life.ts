/** The canary's way through the house, by the doors: onto a list with a neighbour, asked by a campaign, signing up. */
import { CANARY, type Watch } from "../../support/canary.ts";
import { submit } from "../../support/forms.ts";
import type { Browser } from "../../support/people.ts";
import { agreedAtDesk, GROUND } from "../../support/ready.ts";
import type { World } from "../../support/world.ts";

export const NEIGHBOUR = "janis@pasts.example";

export async function newsletterOf(world: World): Promise<string> {
  return String((await world.rows("SELECT id FROM list WHERE slug = 'nedelas-apskats'"))[0]?.id);
}

/** Brings him in with a neighbour, and with rows that are refused. */
export async function imported(world: World, desk: Browser): Promise<void> {
  const { address, name } = CANARY;
  const quoted = `"${name.replaceAll('"', '""')}"`;
  const rows = [
    "E-pasts;Vārds;Valoda",
    `${address};${quoted};lv`,
    `nav adrese ${quoted.slice(1, -1)};;lv`,
    `${address.replace("@", "@@")};${quoted};lv`,
    `${NEIGHBOUR};Jānis Paraugs;lv`,
  ];
  const claim = { source: "Vecais saraksts", since: "2021-03-01", basis: "consent", origin: "themselves", proof: "" };
  const file = new File([`${rows.join("\r\n")}\r\n`], "saraksts.csv");
  const list = await newsletterOf(world);
  const checked = await submit(desk, "/staff/imports/new", { ...claim, list, file }, /imports$/);
  await submit(desk, checked.headers.get("Location") as string, {}, /\/run$/);
  await world.work();
}

/** Makes a campaign to his list and sends it; nothing is handed over before `world.work()`. Gives its path. */
export async function campaign(world: World, desk: Browser, typed: Record<string, string> = {}): Promise<string> {
  const listId = await newsletterOf(world);
  const created = await submit(desk, "/staff/mailings/new", { listId, title: "Vai turpināt?" }, /new/);
  const path = `/staff/mailings/${created.headers.get("Location")?.match(/[0-9a-f-]{36}/)?.[0]}`;
  await submit(desk, `${path}/edit`, { deadlineDay: "2026-12-15", ...GROUND, ...typed });
  await agreedAtDesk(world, path);
  await submit(desk, `${path}/send`, {}, /send/);
  return path;
}

/** The links of his newest mail, as secrets from now on. */
export function links(world: World, eyes: Watch): { r: string; u: string } {
  const mail = world.mailbox.mails.findLast((m) => m.mail.to === CANARY.address && m.mail.text.includes("/r/"))?.mail;
  const token = (kind: "r" | "u") =>
    eyes.secret(new RegExp(`/${kind}/([A-Za-z0-9_-]{71})`).exec(JSON.stringify(mail))?.[1] ?? "");
  return { r: `/r/${token("r")}`, u: `/u/${token("u")}` };
}

/** Fills in the sign-up form. */
export async function signUp(world: World, typed: Record<string, string> = {}): Promise<Response> {
  const visitor = world.browser();
  const page = await (await visitor.get("/subscribe?lang=lv")).text();
  const form = /name="form" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "";
  const fields = { email: CANARY.address, list: await newsletterOf(world), form, language: "lv", website: "" };
  return visitor.post("/subscribe", { ...fields, ...typed });
}

/** Path of the link in his newest confirmation mail. */
export function confirmation(world: World, eyes: Watch): string {
  const mail = world.mailbox.mails.findLast((m) => m.mail.text.includes("/c/"))?.mail;
  return `/c/${eyes.secret(/\/c\/([A-Za-z0-9_-]{43})/.exec(mail?.text ?? "")?.[1] ?? "")}`;
}

/** Asks for the link of his own page, and gives the path that its mail holds. */
export async function ownPageLink(world: World, eyes: Watch): Promise<string> {
  await world.browser().post("/me", { email: CANARY.address, lang: "lv", website: "" });
  await world.work();
  const mail = world.mailbox.mails.findLast((m) => m.mail.tags?.kind === "own-page")?.mail;
  return `/me/${eyes.secret(/\/me\/([A-Za-z0-9_-]{43})/.exec(mail?.text ?? "")?.[1] ?? "")}`;
}

export const ONE_CLICK = {
  method: "POST",
  body: "List-Unsubscribe=One-Click",
  headers: { "Content-Type": "application/x-www-form-urlencoded" },
};
