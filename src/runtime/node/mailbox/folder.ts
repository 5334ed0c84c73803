/**
 * The captured mailbox as a folder: one JSON file per mail, which appears whole or not at all, and `index.jsonl`, a line per
 * mail in the order of arrival. Lives outside the database, in `.data/mail`.
 */
import { randomUUID } from "node:crypto";
import { appendFile, link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CapturedLine, CapturedMail, Mailbox } from "../../../platform/mailbox.ts";
import { composeSource, messageIdOf } from "../smtp/mime.ts";

export function openMailboxFolder(folder: string): Mailbox {
  const index = join(folder, "index.jsonl");
  const fileOf = (id: string) => join(folder, `${id}.json`);

  async function get(id: string): Promise<CapturedMail | undefined> {
    if (!/^[0-9a-f]{32}$/.test(id)) return undefined;
    const text = await unlessMissing(readFile(fileOf(id), "utf8"));
    return text === undefined ? undefined : JSON.parse(text);
  }

  async function lines(): Promise<CapturedLine[]> {
    const text = (await unlessMissing(readFile(index, "utf8"))) ?? "";
    return text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as CapturedLine);
  }

  async function enter({ id, at, mail }: CapturedMail): Promise<void> {
    const line: CapturedLine = { id, at, to: mail.to, subject: mail.subject };
    await appendFile(index, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  }

  return {
    get,
    async put(captured) {
      await mkdir(folder, { recursive: true });
      const draft = join(folder, `${randomUUID()}.draft`);
      try {
        await writeFile(draft, JSON.stringify(captured), { mode: 0o600 });
        await link(draft, fileOf(captured.id));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        const kept = (await get(captured.id)) ?? captured;
        // Killed between the mail and its line: the same key comes again, and the line is written now.
        if (!(await lines()).some((line) => line.id === kept.id)) await enter(kept);
        return kept;
      } finally {
        await rm(draft, { force: true });
      }
      await enter(captured);
      return captured;
    },
    list: async () => (await lines()).reverse(),
    async source(id) {
      const found = await get(id);
      return (
        found && composeSource(found.mail, { messageId: messageIdOf(found.mail, found.key, found.index), at: found.at })
      );
    },
    async clear() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function unlessMissing(reading: Promise<string>): Promise<string | undefined> {
  try {
    return await reading;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
