/**
 * The life of somebody unmistakable in the house, through its doors: brought in by a file with his telephone, signed up himself,
 * asked, reminded of by an officer, looked at, exported, told about by the mail service. Then he leaves with everything.
 */

import { bytes, clear, type Form, sealed } from "../../support/byte-hunt.ts";
import { CANARY } from "../../support/canary.ts";
import { submit } from "../../support/forms.ts";
import type { Browser } from "../../support/people.ts";
import type { World } from "../../support/world.ts";
import {
  campaign,
  confirmation,
  links as linksOf,
  NEIGHBOUR,
  newsletterOf,
  ownPageLink,
  signUp,
} from "../log-canary/life.ts";

export const PHONE = "+371 20 317 4459";
const why = { ground: "complaint", reason: "Sūdzība Nr. 7 par vēstuli" };

export interface Life {
  /** What of him must be nowhere once he has left. */
  prey: Form[];
  /** Marks by which the house goes on knowing him when his address is brought; the certificate names them. */
  marks: Form[];
  /** The link of his newest mail that ends everything. */
  leave: string;
  /** The body of the file that was handed out while he was on the list. */
  file: string;
  officer: Browser;
}

/** He is on a list with a neighbour by now, and everything that follows has happened. */
export async function live(world: World): Promise<Life> {
  const links: string[] = [];
  const eyes = { secret: (token: string) => String(links[links.push(token) - 1]), expectSilence: async () => {} };
  const desk = await world.signIn("admin");
  const officer = await world.signIn("dpo");
  await broughtIn(world, desk);
  const waiting = await seals(world);

  const page = await campaign(world, desk);
  const frozen = await seals(world);
  await world.work();
  const { r } = linksOf(world, eyes);
  const reader = world.browser();
  await submit(reader, r, { answer: "yes" });
  await world.work();

  await signUp(world);
  await world.work();
  const asked = await seals(world);
  await reader.post(confirmation(world, eyes), { answer: "not-me" });
  const own = await ownPageLink(world, eyes);
  await reader.post(own, {});
  await reader.get("/me");
  const visiting = await seals(world);

  await desk.post("/staff/people", { address: CANARY.address, why: "asked" });
  await desk.get(`/staff/lists/${await newsletterOf(world)}/people`);
  await officer.post("/staff/proofs", { address: CANARY.address });
  const person = String((await world.rows("SELECT person_id AS id FROM consent_record"))[0]?.id);
  const bundle = await officer.post("/staff/proofs/export/person", { person, ...why });
  if (bundle.status !== 200) throw new Error(`no bundle: ${bundle.status}`);
  await desk.post("/staff/suppression", { address: CANARY.address });
  const noted = await requested(world, desk);
  const requests = await seals(world);
  await officer.post(`${noted}/read`, {});
  await officer.post(`${noted}/answer`, { outcome: "met", day: dayOf(world), reason: "" });
  await desk.post("/staff/breaches/report", {
    kind: "breach",
    what: `Aizgāja par ${CANARY.address}`,
    day: "",
    time: "",
  });
  const file = await (await exported(world, officer)).text();
  await exportAsked(world, officer);
  await desk.get(`${page}/numbers`);
  await world.client.execute({
    sql: "INSERT INTO dead_letter (job, times, at) VALUES (?, 3, ?)",
    args: [JSON.stringify({ kind: "receipts" }), world.clock.now()],
  });
  await signUp(world);
  await world.work();

  const { vault } = world.deps;
  const normalised = CANARY.address.toLowerCase();
  const opened = await seals(world);
  const leave = linksOf(world, eyes).u;
  return {
    prey: [
      ...clear("address", CANARY.address),
      ...clear("name", CANARY.name),
      ...clear("telephone", PHONE),
      ...clear("telephone, digits", PHONE.replaceAll(" ", "")),
      ...[...waiting, ...frozen, ...asked, ...visiting, ...requests, ...opened].flatMap(([what, value]) =>
        sealed(what, value),
      ),
      ...vault.tags(normalised).flatMap(({ tag }) => bytes("look-up tag", tag)),
      ...links.flatMap((token) => clear("link", token)),
    ],
    marks: [
      ...vault.suppressionTags(normalised).flatMap(({ tag }) => bytes("suppression tag", tag)),
      ...vault.linkTags(normalised).flatMap(({ tag }) => bytes("link tag", tag)),
    ],
    leave,
    file,
    officer,
  };
}

/** A file with his name and telephone, and rows that are refused. */
async function broughtIn(world: World, desk: Browser): Promise<void> {
  const quoted = `"${CANARY.name.replaceAll('"', '""')}"`;
  const rows = [
    "E-pasts;Vārds;Tālrunis;Valoda",
    `${CANARY.address};${quoted};${PHONE};lv`,
    `${CANARY.address.replace("@", "@@")};${quoted};${PHONE};lv`,
    `${NEIGHBOUR};Jānis Paraugs;;lv`,
  ];
  const claim = { source: "Vecais saraksts", since: "2021-03-01", basis: "consent", origin: "themselves", proof: "" };
  const file = new File([`${rows.join("\r\n")}\r\n`], "saraksts.csv");
  const checked = await submit(
    desk,
    "/staff/imports/new",
    { ...claim, list: await newsletterOf(world), file },
    /imports$/,
  );
  const path = checked.headers.get("Location") as string;
  await desk.post(`${path}/refused`, {});
  await submit(desk, path, {}, /\/run$/);
  await world.work();
}

const dayOf = (world: World) => new Date(world.clock.now()).toISOString().slice(0, 10);

/** He asks by telephone what is held of him; it is written down in his own words. Gives the path of the note. */
async function requested(world: World, desk: Browser): Promise<string> {
  const words = `Zvana ${CANARY.name}, ${PHONE}: ko jūs par mani zināt?`;
  const note = { address: CANARY.address, right: "access", channel: "phone", day: dayOf(world), words };
  const noted = await desk.post("/staff/requests/new", note);
  if (noted.status !== 303) throw new Error(`not noted: ${noted.status}`);
  return (noted.headers.get("location") ?? "").replace(/\?.*/, "");
}

/** Asks for his list as a file. */
async function exportAsked(world: World, officer: Browser): Promise<string> {
  const asked = await officer.post(`/staff/lists/${await newsletterOf(world)}/export`, {
    column: ["address", "name", "state"],
    whom: "all",
    recipient: "authority",
    recipientName: "Paraugu inspekcija",
    reason: "Pārbaudes lieta Nr. 12, Paraugu likuma 5. pants",
  });
  if (asked.status !== 303) throw new Error(`no export: ${asked.status}`);
  await world.work();
  return asked.headers.get("Location") as string;
}

/** The same, and it is handed out. */
async function exported(world: World, officer: Browser): Promise<Response> {
  const fetched = await officer.post(`${await exportAsked(world, officer)}/file`, {});
  if (fetched.status !== 200) throw new Error(`not fetched: ${fetched.status}`);
  return fetched;
}

/** Everything sealed that stands in the database now, by its column. Batches and pages of a file hold him with others, and must be gone too. */
async function seals(world: World): Promise<[what: string, value: Uint8Array][]> {
  const own = world.deps.vault.tag(CANARY.address.toLowerCase()).tag;
  const found: [string, Uint8Array][] = [];
  const add = async (what: string, sql: string, args: Uint8Array[] = []) => {
    const { rows } = await world.client.execute({ sql, args });
    for (const row of rows) if (row[0]) found.push([what, new Uint8Array(row[0] as ArrayBuffer)]);
  };
  await add("address.sealed", "SELECT sealed FROM address WHERE tag = ?", [own]);
  await add("rights_request.sealed", "SELECT sealed FROM rights_request WHERE tag = ?", [own]);
  await add("intake.sealed", "SELECT sealed FROM intake WHERE tag = ?", [own]);
  await add("batch.sealed", "SELECT sealed FROM batch WHERE sealed IS NOT NULL");
  await add("import_page.sealed", "SELECT sealed FROM import_page WHERE length(sealed) > 0");
  return found;
}
