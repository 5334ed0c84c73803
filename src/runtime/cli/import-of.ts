/** `import-of`: which imports came from this file. Only whoever has the file and the keys can say so. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readImportsOfFile } from "../../domain/imports/views/files.ts";
import { type Command, word } from "./command.ts";

type Found = Awaited<ReturnType<typeof readImportsOfFile>>;

export const importOf: Command = {
  name: "import-of",
  usage: "<file.csv>",
  summary: "say which imports came from exactly this file",
  words: 1,
  run: async (deps, given) => readImportsOfFile(deps, await hashOf(word(given, 0))),
  show: (found: Found) =>
    found.length === 0
      ? "No import came from this file, or the key of that time is gone."
      : found
          .map(({ id, kind, state, createdAt }) => `${id}  ${new Date(createdAt).toISOString()}  ${kind}  ${state}`)
          .join("\n"),
};

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}
