/**
 * Saving an issue while somebody writes: the whole request of the composer's script, from the form to the answer with what stands
 * between the draft and its sending, and the page itself. Two languages of twelve blocks each, about 900 words. Each save changes a
 * word, makes a version and waits for the disk; nobody else writes meanwhile.
 *
 *     npm run bench -- --only composer
 */
import { createApp } from "../../src/app.ts";
import { createIssue } from "../../src/domain/issues/drafts/create.ts";
import type { IssueBlock } from "../../src/domain/issues/rules/issue.ts";
import { inviteStaff } from "../../src/domain/staff/invite.ts";
import { OPERATOR } from "../../src/runtime/cli/command.ts";
import { browserAt } from "../support/people.ts";
import { type BenchHouse, benchHouse, done } from "./house.ts";
import { median, quantile } from "./median.ts";
import type { Figure, Options } from "./run.ts";

const SAVES = 100;
const SENTENCE = "No 1. decembra lasītava ir atvērta ilgāk, un pieteikties var arī vietnē. ";

export async function composer(_: Partial<Options>): Promise<Figure[]> {
  const house = await benchHouse();
  try {
    const { id } = done(
      await createIssue(house.deps, OPERATOR, { listId: house.listId, title: "Nedēļas apskats, 48. nedēļa" }),
    );
    const desk = await signedIn(house);
    const saves: number[] = [];
    for (let n = 0, version = 1; n < SAVES; n++) {
      const body = form(version, n);
      const began = performance.now();
      const answer = await desk.send(`/staff/issues/${id}/autosave`, { method: "POST", body, headers: ORIGIN });
      const said = (await answer.json()) as { version: number };
      saves.push(performance.now() - began);
      if (answer.status !== 200) throw new Error(`not saved: ${answer.status}`);
      version = said.version;
    }
    const pages: number[] = [];
    for (let n = 0; n < 20; n++) {
      const began = performance.now();
      await (await desk.get(`/staff/issues/${id}`)).text();
      pages.push(performance.now() - began);
    }
    return [
      { name: "composer, a save, median", value: median(saves), unit: "ms" },
      { name: "composer, a save, p99", value: quantile(saves, 0.99), unit: "ms" },
      { name: "composer, its page, median", value: median(pages), unit: "ms" },
    ];
  } finally {
    await house.stop();
  }
}

const ORIGIN = { Origin: "http://localhost" };

async function signedIn({ deps }: BenchHouse) {
  const app = createApp(() => deps);
  const browser = browserAt("http://localhost", async (path, init) => app.request(`http://localhost${path}`, init));
  const person = { email: "redaktore@ministrija.example", name: "Redaktore", role: "editor", language: "lv" } as const;
  const { signInUrl } = done(await inviteStaff(deps, OPERATOR, person));
  await browser.post(new URL(signInUrl).pathname, {});
  return browser;
}

/** What the composer's script sends. */
function form(version: number, n: number): FormData {
  const body = new FormData();
  body.append("version", String(version));
  body.append("salutation", "general");
  for (const lang of ["lv", "en"]) {
    body.append(`${lang}.subject`, `Ko lasīt novembrī (${n})`);
    body.append(`${lang}.preheader`, "Trīs jauni ceļveži un izstāde");
    for (let i = 0; i < 12; i++) {
      const id = `b${i}`;
      const kind: IssueBlock["kind"] = i % 4 === 3 ? "button" : "text";
      body.append(`order.${lang}`, id);
      body.append(`${lang}.${id}.kind`, kind);
      if (kind === "button") {
        body.append(`${lang}.${id}.label`, "Pieteikties pasākumam");
        body.append(`${lang}.${id}.href`, "https://ministrija.example/pieteikties");
      } else body.append(`${lang}.${id}.json`, JSON.stringify(words(i)));
    }
  }
  return body;
}

const words = (i: number) => [
  { kind: "heading", level: 2, text: `Virsraksts ${i}` },
  { kind: "paragraph", runs: [{ kind: "text", text: SENTENCE.repeat(4).trim() }] },
  { kind: "table", head: [run("Diena"), run("Laiks")], rows: [[run("Pirmdien"), run("9–20")]] },
];
const run = (text: string) => [{ kind: "text", text }];
