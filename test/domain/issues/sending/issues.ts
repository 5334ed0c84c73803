/** Issues of newsletters in the small office, for the tests of their sending. */

import type { Claim } from "../../../../src/domain/imports/rules/claim.ts";
import { createIssue } from "../../../../src/domain/issues/drafts/create.ts";
import { saveIssue } from "../../../../src/domain/issues/drafts/save.ts";
import type { IssueDraft } from "../../../../src/domain/issues/rules/issue.ts";
import { type SendIssueInput, sendIssue } from "../../../../src/domain/issues/sending/send.ts";
import { readIssue } from "../../../../src/domain/issues/views.ts";
import { must, openScene, type Scene } from "../../consent/scene.ts";
import { editor, LISTS } from "../../imports/office.ts";

export const people = (n: number, domain = "pasts.example") => Array.from({ length: n }, (_, i) => `c${i}@${domain}`);

/** Consents that the office can prove. */
export const PROVEN: Partial<Claim> = { basis: "consent", origin: "themselves", proof: "Mape 12" };

const text = (subject: string) => ({
  subject,
  preheader: "",
  blocks: [
    {
      id: "a",
      kind: "text" as const,
      text: [{ kind: "paragraph" as const, runs: [{ kind: "text" as const, text: "Labas ziņas." }] }],
    },
  ],
});
export const DRAFT: IssueDraft = {
  texts: { lv: text("Novembra ziņas"), en: text("News of November") },
  salutation: "general",
};

/** An office whose newsletter has so many people with a proven consent. */
export async function issueScene(n = 10, limit = 100): Promise<Scene> {
  const s = await openScene(limit);
  await s.importList(people(n), LISTS.newsletter, PROVEN);
  return s;
}

/** A draft that could be sent. */
export async function draft(s: Scene, listId = LISTS.newsletter, change: Partial<IssueDraft> = {}): Promise<string> {
  const { id } = must(await createIssue(s.deps, editor, { listId, title: "Novembris" }));
  must(await saveIssue(s.deps, editor, { id, version: 1, title: "Novembris", draft: { ...DRAFT, ...change } }));
  return id;
}

export async function versionOf(s: Scene, id: string): Promise<number> {
  return (await readIssue(s.deps.db, id))?.version ?? 0;
}

/** Sends it, and runs what follows. */
export async function send(s: Scene, id: string, more: Partial<SendIssueInput> = {}): Promise<string> {
  must(await sendIssue(s.deps, editor, { id, version: await versionOf(s, id), ...more }));
  await s.run();
  return id;
}

export const stateOf = async (s: Scene, id: string) => (await readIssue(s.deps.db, id))?.state;
