/** A house with people on a consent list and the desk open: what the tests of the campaign pages need. */
import { checkImport } from "../../../../src/domain/imports/check.ts";
import { runImport } from "../../../../src/domain/imports/run.ts";
import { isRefusal, type Refusal } from "../../../../src/refusal.ts";
import { OPERATOR } from "../../../../src/runtime/cli/command.ts";
import type { Browser } from "../../../support/people.ts";
import { agreed, GROUND } from "../../../support/ready.ts";
import { createWorld, type World, type WorldOptions } from "../../../support/world.ts";

export const REASON = "Cilvēki pieteicās ministrijas vietnē pirms 2021. gada.";
/** Three weeks after the world begins. */
export const DEADLINE = "2026-12-15";

export interface Desk extends World {
  listId: string;
  /** An editor, signed in. */
  editor: Browser;
  /** Adds so many people to the list, through the import. */
  people(n: number, from?: number): Promise<void>;
  /** Creates a draft over the pages; returns its id. */
  draft(title?: string): Promise<string>;
  /** The fields of its edit page, as the page fills them. */
  fields(id: string): Promise<Record<string, string>>;
  /** A draft with everything that sending needs. */
  complete(title?: string, more?: Record<string, string>): Promise<string>;
  /** A campaign that was sent over the pages, and delivered. `more`: what is typed in its form besides. */
  sent(more?: Record<string, string>): Promise<string>;
  /** Presses a button of the answer page in the mail to this person. */
  answer(n: number, answer: "yes" | "no"): Promise<void>;
  /** Everything in the tables that a page could have changed. */
  state(): Promise<string>;
}

export function done<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`refused: ${result.code} ${JSON.stringify(result.fields ?? [])}`);
  return result;
}

/** Hidden and visible inputs of a page: name → value. */
export function inputsOf(html: string): Record<string, string> {
  const values: Record<string, string> = {};
  const text = (s: string) =>
    s
      .replaceAll("&quot;", '"')
      .replaceAll("&#39;", "'")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    if (name && !/type="(radio|checkbox)"/.test(tag)) values[name] = text(/ value="([^"]*)"/.exec(tag)?.[1] ?? "");
  }
  for (const [, name = "", value = ""] of html.matchAll(/<textarea [^>]*name="([^"]*)"[^>]*>([^<]*)</g))
    values[name] = text(value);
  return values;
}

export async function openDesk(options: WorldOptions = {}): Promise<Desk> {
  const world = await createWorld(options);
  const editor = await world.signIn("editor");
  const listId = String((await world.rows("SELECT id FROM list WHERE kind = 'newsletter'"))[0]?.id);
  const idOf = (response: Response) =>
    /\/mailings\/([\w-]{36})/.exec(response.headers.get("location") ?? "")?.[1] ?? "";
  const desk: Desk = {
    ...world,
    listId,
    editor,
    async people(n, from = 1) {
      const rows = Array.from({ length: n }, (_, i) => `cilveks${from + i}@pasts.example;;lv`);
      const { importId } = done(
        await checkImport(world.deps, OPERATOR, {
          listId,
          fileName: "saraksts.csv",
          bytes: new TextEncoder().encode(`E-pasts;Vārds;Valoda\n${rows.join("\n")}\n`),
          claim: {
            source: "Iepriekšējās sistēmas eksports",
            since: "2019-03-01",
            basis: "consent",
            origin: "themselves",
            proof: "",
          },
        }),
      );
      done(await runImport(world.deps, OPERATOR, { importId }));
      await world.work();
    },
    async draft(title = "Nedēļas apskats: rudens") {
      return idOf(await editor.post("/staff/mailings/new", { listId, title }));
    },
    fields: async (id) => inputsOf(await (await editor.get(`/staff/mailings/${id}/edit`)).text()),
    async complete(title, more = {}) {
      const id = await desk.draft(title);
      const fields = await desk.fields(id);
      const saved = await editor.post(`/staff/mailings/${id}/edit`, {
        ...fields,
        ...GROUND,
        reasonToAsk: REASON,
        deadlineDay: DEADLINE,
        ...more,
      });
      if (saved.status !== 303) throw new Error(`not saved: ${saved.status}`);
      await agreed(world.deps, id);
      return id;
    },
    async sent(more) {
      const id = await desk.complete(undefined, more);
      const asked = inputsOf(await (await editor.get(`/staff/mailings/${id}/send`)).text());
      const sent = await editor.post(`/staff/mailings/${id}/send`, asked);
      if (sent.status !== 303) throw new Error(`not sent: ${sent.status}`);
      await world.work();
      return id;
    },
    async answer(n, answer) {
      const mail = world.mailbox.mails.find(({ mail: { to } }) => to === `cilveks${n}@pasts.example`);
      const { pathname: path } = new URL(/https?:\/\/[^"\s]*\/r\/[\w-]+/.exec(mail?.mail.text ?? "")?.[0] ?? "");
      const reader = world.browser();
      const page = inputsOf(await (await reader.get(path)).text());
      const response = await reader.post(path, { ...page, answer });
      if (response.status >= 400) throw new Error(`not answered: ${response.status}`);
      await world.work();
    },
    async state() {
      const tables = ["mailing", "message", "batch", "subscription", "person", "notice", "event", "suppression"];
      const rows = await Promise.all(tables.map((name) => world.rows(`SELECT * FROM "${name}" ORDER BY 1, 2`)));
      return JSON.stringify([rows, world.mailbox.mails.length, world.jobs.length]);
    },
  };
  // Live properties of the world.
  Object.defineProperty(desk, "jobs", { get: () => world.jobs });
  return desk;
}
