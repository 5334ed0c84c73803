/** A desk whose mail service does what the test says, hand-over by hand-over: for mailings that stop in the middle. */
import type { Handover, OutgoingMail } from "../../../../src/deps.ts";
import { mailerOf, type TestMailer } from "../../../support/mailer.ts";
import type { Browser } from "../../../support/people.ts";
import type { WorldOptions } from "../../../support/world.ts";
import { type Desk, inputsOf, openDesk } from "./desk.ts";

export interface Stage extends Desk {
  mailer: TestMailer;
  /** Before the hand-over of this number (from 1); what it answers is what the mail service says, else it takes the mails. */
  at: Map<number, (mails: readonly OutgoingMail[]) => Promise<Handover | undefined>>;
  /** Hand-overs until now. */
  handed: number;
  /** A campaign, sent over the pages; its jobs wait. */
  begin(): Promise<string>;
  /** Posts a form of the mailing's page as it stands, with these fields on top. */
  press(who: Browser, id: string, page: string, fields?: Record<string, string>): Promise<Response>;
  /** The page as words. */
  read(who: Browser, id: string, page?: string): Promise<string>;
}

/** Ten mails in a hand-over, so that a few dozen people are several. */
export async function stage(people: number, options: WorldOptions = {}): Promise<Stage> {
  const at: Stage["at"] = new Map();
  const state = { handed: 0 };
  const mailer = mailerOf(
    async (mails, key) => {
      const n = ++state.handed;
      const said = await at.get(n)?.(mails);
      if (said) return said;
      const ids = mails.map(
        (_, i) => `00000000-0000-4000-8000-${String(n).padStart(6, "0")}${String(i).padStart(6, "0")}`,
      );
      for (const [i, mail] of mails.entries())
        await desk.mailbox.put({ id: ids[i] as string, key, index: i, fingerprint: key, at: desk.clock.now(), mail });
      return { outcome: "accepted", ids };
    },
    { limit: 10 },
  );
  const desk = await openDesk({ mailer, ...options });
  await desk.people(people);
  const path = (id: string, page = "") => `/staff/mailings/${id}${page && `/${page}`}`;
  return Object.defineProperties(
    {
      ...desk,
      mailer,
      at,
      handed: 0,
      async begin() {
        const id = await desk.complete();
        const asked = inputsOf(await (await desk.editor.get(path(id, "send"))).text());
        const sent = await desk.editor.post(path(id, "send"), asked);
        if (sent.status !== 303) throw new Error(`not sent: ${sent.status}`);
        return id;
      },
      async press(who, id, page, fields = {}) {
        const shown = await who.get(path(id, page));
        const html = shown.ok ? await shown.text() : await (await who.get(path(id))).text();
        return who.post(path(id, page), { ...inputsOf(html), ...fields });
      },
      read: async (who, id, page) => wordsOf(await (await who.get(path(id, page))).text()),
    } satisfies Stage,
    {
      handed: { get: () => state.handed },
      jobs: { get: () => desk.jobs },
    },
  );
}

/** Visible words of a page, in one line. */
export function wordsOf(html: string): string {
  return html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, " ")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&")
    .replace(/[\s\u00a0]+/g, " ");
}

/** Figures of the balance, in the order of the page. */
export const balanceOf = (html: string) =>
  [...(/<dl class="desk-balance">(.*?)<\/dl>/s.exec(html)?.[1]?.matchAll(/<dd>([\d\s\u00a0]+)<\/dd>/g) ?? [])].map(
    ([, n]) => Number(n?.replace(/\D/g, "")),
  );
