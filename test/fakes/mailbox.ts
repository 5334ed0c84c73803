/** A mailbox in memory, for tests without a disk. */
import { type CapturedMail, type Mailbox, searchable } from "../../src/platform/mailbox.ts";

export interface MemoryMailbox extends Mailbox {
  /** Oldest first. */
  readonly mails: readonly CapturedMail[];
}

export function memoryMailbox(): MemoryMailbox {
  const kept = new Map<string, CapturedMail>();
  return {
    get mails() {
      return [...kept.values()];
    },
    async put(mail) {
      const found = kept.get(mail.id);
      if (!found) kept.set(mail.id, mail);
      return found ?? mail;
    },
    get: async (id) => kept.get(id),
    list: async (words = "") =>
      [...kept.values()]
        .reverse()
        .filter(({ mail }) => [mail.to, mail.subject, mail.text].some((t) => searchable(t).includes(searchable(words))))
        .map(({ id, at, mail }) => ({ id, at, to: mail.to, subject: mail.subject })),
    source: async (id) => {
      const found = kept.get(id);
      return found && `To: ${found.mail.to}\r\nSubject: ${found.mail.subject}\r\n\r\n${found.mail.text}`;
    },
    clear: async () => kept.clear(),
  };
}
