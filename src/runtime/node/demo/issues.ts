/**
 * What a first visitor sees of newsletters: four invented readers with a proven consent, one issue that goes out to them when
 * the server has started (into the captured mailbox), and the draft of the next one. Through the same verbs that the desk uses.
 */
import type { Deps } from "../../../deps.ts";
import { checkImport } from "../../../domain/imports/check.ts";
import { runImport } from "../../../domain/imports/run.ts";
import { createIssue } from "../../../domain/issues/drafts/create.ts";
import { saveIssue } from "../../../domain/issues/drafts/save.ts";
import type { IssueBlock, IssueDraft, IssueText } from "../../../domain/issues/rules/issue.ts";
import { sendIssue } from "../../../domain/issues/sending/send.ts";
import { readLists } from "../../../domain/lists/views.ts";
import type { StaffActor } from "../../../domain/staff/rules.ts";
import { utf8 } from "../../../platform/encoding.ts";
import { isRefusal, type Refusal } from "../../../refusal.ts";
import { handleJob } from "../../consume.ts";

const CLI: StaffActor = { kind: "staff", id: "cli", role: "admin", via: "cli" };

const READERS = `e-pasts;vārds;valoda
anna.lasitaja@pasts.example;Anna Lasītāja;lv
peteris.zinkars@pasts.example;Pēteris Ziņkārs;lv
ilze.klausitaja@vestules.example;Ilze Klausītāja;lv
john.reader@post.example;John Reader;en
`;

const text = (id: string, words: string): IssueBlock => ({
  id,
  kind: "text",
  text: [{ kind: "paragraph", runs: [{ kind: "text", text: words }] }],
});

const SENT: Record<"lv" | "en", IssueText> = {
  lv: {
    subject: "Nedēļas apskats: bibliotēku nakts un jauni noteikumi",
    preheader: "Kas šonedēļ izlemts un uz ko aicinām",
    blocks: [
      text(
        "a1",
        "Šonedēļ ministrija nodeva apspriešanai noteikumu projektu par paraugu uzskaiti. Viedokļus gaidām līdz mēneša beigām.",
      ),
      {
        id: "a2",
        kind: "event",
        title: "Bibliotēku nakts",
        when: "5. decembrī plkst. 18.00",
        place: "Paraugu bibliotēka, Rīga",
        href: "https://www.ministrija.example/bibliotekas",
      },
      {
        id: "a3",
        kind: "button",
        label: "Lasīt noteikumu projektu",
        href: "https://www.ministrija.example/apspriesana",
      },
    ],
  },
  en: {
    subject: "Weekly overview: a night of libraries and new rules",
    preheader: "What was decided this week, and where you are invited",
    blocks: [
      text(
        "a1",
        "This week the ministry put draft rules on the register of samples up for consultation. Comments are welcome until the end of the month.",
      ),
      {
        id: "a2",
        kind: "event",
        title: "Night of libraries",
        when: "5 December at 18:00",
        place: "Library of Samples, Riga",
        href: "https://www.ministrija.example/libraries",
      },
      { id: "a3", kind: "button", label: "Read the draft rules", href: "https://www.ministrija.example/consultation" },
    ],
  },
};

const NEXT: IssueDraft = {
  texts: {
    lv: {
      subject: "Nedēļas apskats: gada nogales darba laiks",
      preheader: "",
      blocks: [text("b1", "Decembra pēdējā nedēļā klientus pieņemam tikai pēc pieraksta.")],
    },
    en: { subject: "", preheader: "", blocks: [] },
  },
  salutation: "general",
};

/** Makes them on the demo's newsletter. A refusal here is a fault of the demo content, and thrown. */
export async function seedDemoIssues(deps: Deps): Promise<void> {
  const list = (await readLists(deps.db)).find(({ kind }) => kind === "newsletter");
  if (!list) return;
  const found = done(
    await checkImport(deps, CLI, {
      listId: list.id,
      fileName: "lasitaji.csv",
      bytes: utf8(READERS),
      claim: {
        source: "Pieteikumu veidlapas bibliotēkā",
        since: "2026-03-02",
        basis: "consent",
        origin: "themselves",
        proof: "Parakstītās veidlapas, lieta Nr. 1-7",
      },
    }),
  );
  done(await runImport(deps, CLI, found));
  // The queue does the same once more, and finds it done.
  await handleJob(deps, { kind: "import-page", importId: found.importId });
  const sent = done(await createIssue(deps, CLI, { listId: list.id, title: "Nedēļas apskats, 47. nedēļa" }));
  const { version } = done(
    await saveIssue(deps, CLI, {
      ...sent,
      version: 1,
      title: "Nedēļas apskats, 47. nedēļa",
      draft: { texts: SENT, salutation: "name" },
    }),
  );
  done(await sendIssue(deps, CLI, { ...sent, version }));
  const next = done(await createIssue(deps, CLI, { listId: list.id, title: "Nedēļas apskats, 48. nedēļa" }));
  done(await saveIssue(deps, CLI, { ...next, version: 1, title: "Nedēļas apskats, 48. nedēļa", draft: NEXT }));
}

function done<T>(result: T | Refusal): T {
  if (isRefusal(result)) throw new Error(`demo content refused: ${result.code} ${JSON.stringify(result.fields ?? [])}`);
  return result;
}
