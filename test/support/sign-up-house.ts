/** An office with two newsletters of two purposes, and people who sign up at its form; in a test and outside of one. */

import { readOffer } from "../../src/domain/consent/views/offered.ts";
import { noticeHash } from "../../src/domain/notices/rules.ts";
import type { World } from "./open-world.ts";
import type { Browser } from "./people.ts";

export interface SignUpWorld {
  world: World;
  /** Ids of the two lists and of their purposes, oldest first. */
  lists: [string, string];
  purposes: [string, string];
  /** Fills in the form and sends it; `more` changes what is sent. */
  signUp(address: string, lists?: string[], more?: Record<string, string | string[]>): Promise<Response>;
  /** The same, with the work that follows. */
  asked(address: string, lists?: string[], more?: Record<string, string | string[]>): Promise<string>;
  /** Path of the confirmation link in the newest mail to the address. */
  link(address: string): string;
  /** Presses a button of the confirmation page. */
  press(path: string, answer: "yes" | "not-me", browser?: Browser): Promise<Response>;
  mailsTo(address: string): number;
  suppressions(): Promise<string[]>;
}

/** Adds the second newsletter to a world that has the demo office. */
export async function signUpHouse(world: World): Promise<SignUpWorld> {
  const [first] = await readOffer(world.deps.db);
  if (!first) throw new Error("the demo office has no newsletter");
  const other = { list: crypto.randomUUID(), purpose: crypto.randomUUID() };
  const add = (sql: string, ...args: string[]) => world.client.execute({ sql, args });
  await add(
    `INSERT INTO purpose (id, slug, state, basis, sheet, version, created_at, updated_at)
     SELECT ?, 'apspriesanas', state, basis, json_set(sheet, '$.names.lv', 'Apspriešanas', '$.names.en', 'Consultations'),
       1, created_at + 1, updated_at FROM purpose WHERE id = ?`,
    other.purpose,
    first.purpose.id,
  );
  await add(
    `INSERT INTO list (id, slug, kind, purpose_id, names, promise, state, created_at)
     SELECT ?, 'apspriesanas', 'newsletter', ?, '{"lv":"Sabiedriskās apspriešanas","en":"Public consultations"}', promise, state,
       created_at + 1 FROM list WHERE id = ?`,
    other.list,
    other.purpose,
    first.list.id,
  );
  for (const language of ["lv", "en"]) {
    const body = `<article class="flow" lang="${language}">\n<p>${language}: piekrītu apspriešanu vēstulēm.</p>\n</article>`;
    await add(
      `INSERT INTO notice (sha256, kind, purpose_id, version, language, body, created_at) VALUES (?, 'consent', ?, 1, ?, ?, 1)`,
      noticeHash(body),
      other.purpose,
      language,
      body,
    );
  }
  const lists: [string, string] = [first.list.id, other.list];
  const mails = (address: string) =>
    world.mailbox.mails.filter((m) => m.mail.to === address && m.mail.text.includes("/c/"));
  const house: SignUpWorld = {
    world,
    lists,
    purposes: [first.purpose.id, other.purpose],
    async signUp(address, wanted = [lists[0]], more = {}) {
      const browser = world.browser();
      const page = await (await browser.get("/subscribe?lang=lv")).text();
      const form = /name="form" value="([0-9a-f]{64})"/.exec(page)?.[1] ?? "";
      return browser.post("/subscribe", {
        email: address,
        list: wanted,
        form,
        lang: "lv",
        language: "lv",
        website: "",
        ...more,
      });
    },
    async asked(address, wanted, more) {
      const answer = await house.signUp(address, wanted, more);
      if (answer.status !== 200) throw new Error(`the form answered ${answer.status}`);
      await world.work();
      return house.link(address);
    },
    link(address) {
      const found = /\/c\/[A-Za-z0-9_-]{43}/.exec(mails(address).at(-1)?.mail.text ?? "");
      if (!found) throw new Error("no confirmation mail");
      return found[0];
    },
    press: (path, answer, browser = world.browser()) => browser.post(path, { answer, lang: "lv" }),
    mailsTo: (address) => mails(address).length,
    suppressions: async () =>
      (await world.rows("SELECT scope, reason FROM suppression ORDER BY reason, scope")).map(
        (r) => `${r.reason} ${r.scope}`,
      ),
  };
  return house;
}
