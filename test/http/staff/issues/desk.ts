/** A house with a newsletter list and the composer open: what the tests of its pages need. */
import type { IssueDraft } from "../../../../src/domain/issues/rules/issue.ts";
import type { Browser } from "../../../support/people.ts";
import { createWorld, type World, type WorldOptions } from "../../../support/world.ts";

export interface IssueDesk extends World {
  listId: string;
  editor: Browser;
  /** Begins an issue over the pages; returns its id. */
  begin(title?: string): Promise<string>;
  page(id: string, query?: string): Promise<string>;
  /** What the composer's form holds, every field in its order. */
  fields(id: string): Promise<[string, string][]>;
  /** Presses a button of it, with some fields typed anew. */
  press(id: string, act: string, typed?: Record<string, string>): Promise<Response>;
  /** What is saved. */
  draft(id: string): Promise<IssueDraft & { version: number }>;
}

const ENTITIES: Record<string, string> = { quot: '"', lt: "<", gt: ">", amp: "&" };
const text = (html: string) =>
  html.replace(/&(#\d+|\w+);/g, (_, name: string) => ENTITIES[name] ?? String.fromCharCode(Number(name.slice(1))));

/** Every field that a browser would send of the composer's form, in the order of the page; no button is pressed. */
export function formFields(html: string): [string, string][] {
  const form = /<form class="composer"[\s\S]*?<\/form>/.exec(html)?.[0] ?? "";
  const fields: [string, string][] = [];
  for (const [tag, , area = ""] of form.matchAll(/<(input|textarea) [^>]*>(?:([^<]*)<\/textarea>)?/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    const value = tag.startsWith("<textarea") ? area : (/ value="([^"]*)"/.exec(tag)?.[1] ?? "");
    if (!name || /type="file"/.test(tag) || (/type="(radio|checkbox)"/.test(tag) && !/ checked/.test(tag))) continue;
    fields.push([name, text(value)]);
  }
  return fields;
}

export async function openIssueDesk(options: WorldOptions = {}): Promise<IssueDesk> {
  const world = await createWorld(options);
  const editor = await world.signIn("editor");
  const listId = String((await world.rows("SELECT id FROM list WHERE kind = 'newsletter'"))[0]?.id);
  const desk: IssueDesk = {
    ...world,
    listId,
    editor,
    async begin(title = "Nedēļas apskats, 48. nedēļa") {
      const made = await editor.post("/staff/issues/new", { listId, title, from: "blank" });
      return /\/issues\/([\w-]{36})/.exec(made.headers.get("location") ?? "")?.[1] ?? "";
    },
    page: async (id, query = "") => (await editor.get(`/staff/issues/${id}${query}`)).text(),
    fields: async (id) => formFields(await desk.page(id)),
    async press(id, act, typed = {}) {
      const body = new FormData();
      for (const [name, value] of await desk.fields(id)) if (!(name in typed)) body.append(name, value);
      for (const [name, value] of Object.entries(typed)) body.append(name, value);
      body.append("act", act);
      return editor.send(`/staff/issues/${id}`, {
        method: "POST",
        body,
        headers: { Origin: world.deps.config.publicUrl },
      });
    },
    async draft(id) {
      const [row] = await world.rows(`SELECT draft, version FROM mailing WHERE id = '${id}'`);
      return { ...JSON.parse(String(row?.draft)), version: Number(row?.version) };
    },
  };
  return desk;
}
