/**
 * The captured mailbox as a folder: one JSON file per mail, which appears whole or not at all, and an index in the order of
 * arrival. Lives outside the database, in `.data/mail`.
 */
import { randomUUID } from "node:crypto";
import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { CapturedMail, Mailbox } from "../../../platform/mailbox.ts";
import { composeSource, messageIdOf } from "../smtp/mime.ts";
import { openLines } from "./lines.ts";
import { unlessMissing } from "./missing.ts";

export function openMailboxFolder(folder: string): Mailbox {
  const lines = openLines(folder);
  const fileOf = (id: string) => join(folder, `${id}.json`);

  async function get(id: string): Promise<CapturedMail | undefined> {
    if (!/^[0-9a-f]{32}$/.test(id)) return undefined;
    const text = await unlessMissing(readFile(fileOf(id), "utf8"));
    return text === undefined ? undefined : JSON.parse(text);
  }

  return {
    get,
    async put(captured) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = join(folder, `${randomUUID()}.draft`);
      try {
        await writeFile(draft, JSON.stringify(captured), { mode: 0o600 });
        await link(draft, fileOf(captured.id));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        const kept = (await get(captured.id)) ?? captured;
        // Killed between the mail and its line: the same key comes again, and the line is written now.
        if (!(await lines.has(kept.id))) await lines.add(kept);
        return kept;
      } finally {
        await rm(draft, { force: true });
      }
      await lines.add(captured);
      return captured;
    },
    list: async (words) => [...(await (words ? lines.find(words) : lines.all()))].reverse(),
    async source(id) {
      const found = await get(id);
      if (!found) return undefined;
      return composeSource(found.mail, { messageId: messageIdOf(found.mail, found.key, found.index), at: found.at });
    },
    async clear() {
      await rm(folder, { recursive: true, force: true });
    },
  };
}
