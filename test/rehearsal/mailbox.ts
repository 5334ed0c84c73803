/**
 * A mailbox for hundreds of thousands of mails: each is judged when it comes, and only what a person would still need is
 * kept, the links in it. The whole mails would not fit into memory.
 */
import type { WorldMailbox } from "../support/open-world.ts";

/** What is left of a mail. */
export interface Link {
  to: string;
  subject: string;
  /** `/r/…`, as the reader would press it; absent in letters that ask nothing. */
  answer?: string;
  /** `/u/…`, as the mail program would press it. */
  unsubscribe?: string;
  /** `/n/…` and the like: every other link of ours in the text. */
  others: string[];
}

export interface LinkMailbox extends WorldMailbox {
  readonly links: readonly Link[];
  /** What was wrong with mails, the first few. */
  readonly faults: readonly string[];
}

const ADDRESS = /[^\s<>"'(),;:=/?&]+@[^\s<>"'(),;:/?&]+/g;

/** Judges P6 and P7 at the door: one recipient, nobody else named, nobody twice by one mailing. `ours`: addresses of the institution. */
export function linkMailbox(ours: RegExp): LinkMailbox {
  const links: Link[] = [];
  const faults: string[] = [];
  const seen = new Set<string>();
  const once = new Set<string>();
  const fault = (what: string) => faults.length < 20 && faults.push(what);
  return {
    links,
    faults,
    // The world's own check looks through whole mails; here they are judged in `put`.
    mails: [],
    async put(captured) {
      const { id, mail } = captured;
      if (seen.has(id)) return captured;
      seen.add(id);
      const to = mail.to.toLowerCase();
      for (const [named] of `${mail.text}\n${mail.html}`.toLowerCase().matchAll(ADDRESS))
        if (named !== to && !ours.test(named)) fault(`a mail names ${named}`);
      const list = mail.headers["List-Unsubscribe"];
      const unsubscribe = /\/u\/[\w-]{71}/.exec(list ?? "")?.[0];
      // A reminder carries the link of the campaign that it reminds of, under a subject of its own.
      const asked = unsubscribe && `${unsubscribe} ${mail.subject}`;
      if (asked && once.has(asked)) fault(`${mail.to} was mailed twice by one mailing`);
      if (asked) once.add(asked);
      const answer = /\/r\/[\w-]{71}/.exec(mail.text)?.[0];
      const others = [...mail.text.matchAll(/https?:\/\/[^/\s]+(\/[\w-]+\/[\w-]{40,})/g)]
        .map(([, path = ""]) => path)
        .filter((path) => path !== answer && path !== unsubscribe);
      links.push({ to: mail.to, subject: mail.subject, answer, unsubscribe, others });
      return captured;
    },
    get: async () => undefined,
    list: async () => [],
    source: async () => undefined,
    async clear() {
      links.length = 0;
    },
  };
}
