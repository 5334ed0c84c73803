/**
 * A house that has sent every kind of mail there is, and whose pages a real browser can open. Nothing in it runs by itself: what
 * changes, a request has changed.
 */

import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createIssue } from "../../../src/domain/issues/drafts/create.ts";
import { saveIssue } from "../../../src/domain/issues/drafts/save.ts";
import { sendIssue } from "../../../src/domain/issues/sending/send.ts";
import { readIssue } from "../../../src/domain/issues/views.ts";
import { readLists } from "../../../src/domain/lists/views.ts";
import type { StaffActor } from "../../../src/domain/staff/rules.ts";
import { isRefusal, type Refusal } from "../../../src/refusal.ts";
import { type Asked, askedPeople } from "../../http/public/asked.ts";
import { freePort } from "../../support/port.ts";

const [ANNA, JANIS, LIGA, PETERIS] = ["anna", "janis", "liga", "peteris"].map((name) => `${name}@pasts.example`) as [
  string,
  string,
  string,
  string,
];
const admin: StaffActor = { kind: "staff", id: "cli", role: "admin", via: "cli" };

export interface Scene {
  house: Asked;
  url: string;
  server: Server;
  /** Kind of mail → its links into our house, each once. */
  links: Map<string, string[]>;
}

export async function everyMail(): Promise<Scene> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const house = await askedPeople([ANNA, JANIS, LIGA], [], { config: { publicUrl: url } });
  const { world, path, notice } = house;
  const { deps } = world;
  const browser = world.browser();
  const set = (name: string, value: unknown) =>
    world.client.execute({
      sql: `UPDATE institution SET profile = json_set(profile, '$.${name}', json(?))`,
      args: [JSON.stringify(value)],
    });
  await set("lastMail", true);
  await set("telling", { people: [{ name: "Ieva", address: "ieva@ministrija.example" }], webhook: "" });

  // The question is answered with yes (receipt) and no (last mail); Līga waits.
  for (const [who, answer] of [
    [ANNA, "yes"],
    [JANIS, "no"],
  ] as const) {
    const page = await (await world.request(path("r", who))).text();
    await browser.post(path("r", who), { answer, notice: notice(page), lang: "lv" });
    await world.work();
  }
  // The links that people ask for.
  const form = /name="form" value="([0-9a-f]{64})"/.exec(await (await world.request("/subscribe?lang=lv")).text())?.[1];
  const lists = await readLists(deps.db);
  const newsletter = lists.find((l) => l.kind === "newsletter")?.id ?? "";
  await browser.post("/subscribe", { email: PETERIS, list: newsletter, form: form ?? "", lang: "lv", language: "lv" });
  await browser.post("/me", { email: ANNA, lang: "lv" });
  await browser.post("/campaigns", { email: LIGA, lang: "lv" });
  await world.work();

  // Staff: sign-in, a test mail, a trial, an alert.
  const desk = await world.signIn("admin");
  await desk.post("/staff/settings/test-mail", {});
  const [campaign] = await world.rows("SELECT id FROM mailing");
  await desk.post(`/staff/mailings/${campaign?.id}/trial`, { lang: "lv" });
  const [member] = await world.rows("SELECT email FROM user LIMIT 1");
  await world.browser().post("/staff/sign-in", { email: String(member?.email) });
  await world.client.execute({
    sql: "INSERT INTO alert (id, code, subject, at, try_at) VALUES (?, 'provider.setup', 'smtp', ?, ?)",
    args: [crypto.randomUUID(), deps.clock.now(), deps.clock.now()],
  });
  await deps.queue.enqueue({ kind: "tell" });
  await world.work();

  // An issue to whoever has said yes.
  const run = { kind: "text" as const, text: "Labas ziņas." };
  const text = {
    subject: "Ziņas",
    preheader: "",
    blocks: [{ id: "a", kind: "text" as const, text: [{ kind: "paragraph" as const, runs: [run] }] }],
  };
  const { id } = must(await createIssue(deps, admin, { listId: newsletter, title: "Novembris" }));
  must(
    await saveIssue(deps, admin, {
      id,
      version: 1,
      title: "Novembris",
      draft: { texts: { lv: text, en: text }, salutation: "general" },
    }),
  );
  must(await sendIssue(deps, admin, { id, version: (await readIssue(deps.db, id))?.version ?? 0 }));
  await world.work();

  const links = new Map<string, string[]>();
  for (const { mail } of world.mailbox.mails) {
    const kind = mail.tags?.kind ?? (mail.subject === "Ziņas" ? "issue" : "question");
    const source = [mail.html.replaceAll("&amp;", "&"), mail.text, ...Object.values(mail.headers)].join("\n");
    const found = source.match(new RegExp(`${url}/[^\\s"'<>)]*`, "g")) ?? [];
    links.set(kind, [...new Set([...(links.get(kind) ?? []), ...found])]);
  }
  const listener = getRequestListener(async (request) => {
    const at = new URL(request.url).pathname;
    const file = at.startsWith("/assets/") && (await readFile(`.build/site${at}`).catch(() => undefined));
    if (!file) return world.app.fetch(request);
    const type = at.endsWith(".js") ? "text/javascript" : at.endsWith(".css") ? "text/css" : "font/woff2";
    return new Response(new Uint8Array(file), { headers: { "Content-Type": type } });
  });
  const server = createServer(listener);
  await new Promise<void>((up) => server.listen(port, "127.0.0.1", up));
  return { house, url, server, links };
}

function must<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result.fields ?? [])}`);
  return result;
}
