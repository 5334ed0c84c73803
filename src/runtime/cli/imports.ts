/**
 * `import`: bring a list in. The file is read as a stream, so its size does not matter. With `--dry-run` nothing is written
 * and what would happen is said.
 */
import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { type CheckInput, checkImport } from "../../domain/imports/check.ts";
import { dropImport } from "../../domain/imports/drop.ts";
import type { ClaimedBasis, Origin } from "../../domain/imports/rules/claim.ts";
import type { Findings } from "../../domain/imports/rules/findings.ts";
import { isOneByte, ONE_BYTE } from "../../domain/imports/rules/format.ts";
import { runImport } from "../../domain/imports/run.ts";
import { readImportsOfFile } from "../../domain/imports/views/files.ts";
import { type Import, readImport } from "../../domain/imports/views.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { importTexts } from "../../texts/imports.ts";
import { refusalText } from "../../texts/refusals/index.ts";
import { say } from "../../texts/say.ts";
import { type CliDeps, type Command, type Given, maybe, operatorOf, text, UsageError, word } from "./command.ts";
import { listNamed } from "./input.ts";
import { createProgress, type Progress } from "./progress.ts";

interface Imported {
  importId: string;
  kind: Import["kind"];
  state: string;
  findings: Findings;
}

const KINDS = ["people", "opt-outs", "sync"] as const;
const t = say(importTexts, "en");
/** How often the bar looks at what the run has written, ms. */
const LOOK_MS = 500;

export const importList: Command = {
  name: "import",
  usage: "<file.csv> --list <list> --source <text> [--since <YYYY-MM-DD> --basis <basis>] [--dry-run]",
  summary: "check a CSV file for a list and write it; with --dry-run only say what would happen",
  words: 1,
  about: { "<file.csv>": "the file, or - for standard input" },
  options: {
    list: { type: "string", required: true, about: "short name or id of the list" },
    source: { type: "string", required: true, about: "where the addresses are from, in the office's words" },
    since: { type: "string", about: "day since which people are on the list" },
    basis: { type: "string", about: "consent, task or interests" },
    origin: {
      type: "string",
      about: "how the addresses were got: themselves, contact, other_office, public, bought; unknown if not said",
    },
    proof: { type: "string", about: "where the proof of consent is kept, if there is one" },
    kind: {
      type: "string",
      about:
        "people (if not said); opt-outs: nobody is added, the addresses are blocked; sync: staff who are not in the file are taken off",
    },
    encoding: {
      type: "string",
      about:
        "windows-1257 or windows-1251, of a file that is neither UTF-8 nor UTF-16; guessed by its letters if not said",
    },
    missing: { type: "string", about: "of a sync that takes away many: how many" },
    "accept-unread": { type: "boolean", about: "write although a column that is not read speaks of leaving" },
    "dry-run": { type: "boolean", about: "only check" },
  },
  fields: { file: "<file.csv>" },
  run: async (deps, given) => {
    const kind = (maybe(given, "kind") ?? "people") as Import["kind"];
    if (!KINDS.includes(kind)) throw new UsageError(`--kind is one of: ${KINDS.join(", ")}.`);
    const path = word(given, 0);
    const { bytes, size } = open(path);
    const progress = createProgress(given.options.json !== true);
    try {
      const checked = await checkImport(deps, operatorOf(given), {
        listId: (await listNamed(deps, text(given, "list"))).id,
        kind,
        fileName: path === "-" ? "stdin.csv" : path,
        bytes,
        claim: claimOf(given, kind),
        ...encodingOf(given),
        limit: Number.POSITIVE_INFINITY,
        onProgress: (doing, done, of) =>
          progress.show(doing === "arriving" ? "reading" : "checking", done, of ?? (size || undefined)),
      });
      if (isRefusal(checked)) return checked;
      if (given.options["dry-run"]) {
        // Waits for a day, at most, for somebody to run it at the desk.
      } else if (!(await hasWork(deps, checked.importId))) {
        const dropped = await dropImport(deps, operatorOf(given), checked);
        if (isRefusal(dropped)) return dropped;
      } else {
        const doubt = given.options["accept-unread"] ? undefined : await unreadColumn(deps, checked.importId);
        if (doubt) return doubt;
        const missing = maybe(given, "missing");
        if (missing !== undefined && !/^\d+$/.test(missing)) throw new UsageError("--missing is a number.");
        const run = await runImport(deps, operatorOf(given), {
          ...checked,
          missing: missing === undefined ? undefined : Number(missing),
        });
        if (isRefusal(run)) return run;
        await finish(deps, checked.importId, progress);
      }
      const found = await readImport(deps.db, checked.importId);
      if (!found) throw new Error("the import is gone");
      return { importId: found.id, kind, state: found.state, findings: found.findings } satisfies Imported;
    } finally {
      progress.end();
    }
  },
  show: ({ state, kind, findings: f }: Imported) =>
    [
      `Rows: ${f.rows}. To add: ${f.add} (without proof: ${f.unproven}). Already on the list: ${f.already}. Left before: ${f.left}. Opted out in the file: ${f.stopped}. Never confirmed: ${f.unconfirmed}. Refused: ${f.refused}.`,
      ...f.reasons.map(
        (r) => `  ${r.rows} × ${refusalText({ field: "", code: r.code }, "en")} (rows ${r.first.join(", ")})`,
      ),
      ...(isOneByte(f.encoding)
        ? [`Read as ${f.encoding}; the file does not say it, so look whether names are right.`]
        : []),
      ...f.unread.map((u) => `  ! ${t("warn.unread")}: ${columnOf(f, u.column)} (${u.rows} rows)`),
      ...f.notes.map((note) => `  ! ${t(`note.${note}`)}. ${t(`note.${note}.text`)}`),
      ...(f.missing ? [`On the list and not in the file: ${f.missing.people} of ${f.missing.of}.`] : []),
      state === "done"
        ? `Written: ${kind === "opt-outs" ? `${f.written.stopped} opt-outs` : f.written.added}. Taken off: ${f.written.removed}.`
        : state === "checked"
          ? "Nothing was written. Until tomorrow the import can be run at the desk."
          : "There was nothing to write, and the file is deleted.",
    ].join("\n"),
};

function encodingOf(given: Given): Pick<CheckInput, "encoding"> {
  const typed = maybe(given, "encoding");
  const encoding = ONE_BYTE.find((one) => one === typed);
  if (typed !== undefined && !encoding) throw new UsageError(`--encoding is one of: ${ONE_BYTE.join(", ")}.`);
  return encoding ? { encoding } : {};
}

/** Nobody looks at the columns here, so a guess that may be wrong about people who left is not acted on. */
async function unreadColumn(deps: CliDeps, importId: string): Promise<Refusal | undefined> {
  const findings = (await readImport(deps.db, importId))?.findings;
  const [first] = findings?.unread ?? [];
  if (!findings || !first) return undefined;
  return refuse("imports.unread_columns", { values: { column: columnOf(findings, first.column) } });
}

const columnOf = (findings: Findings, column: number): string => findings.titles[column] || String(column + 1);

/** The same file twice: there is nothing left to do, and that is no refusal. */
async function hasWork(deps: CliDeps, importId: string): Promise<boolean> {
  const found = await readImport(deps.db, importId);
  return found !== undefined && found.findings.add + found.findings.stopped + (found.findings.missing?.people ?? 0) > 0;
}

function claimOf(given: Given, kind: Import["kind"]) {
  const needed = kind === "opt-outs" ? maybe : text;
  return {
    source: text(given, "source"),
    since: needed(given, "since") ?? "",
    basis: (needed(given, "basis") ?? "consent") as ClaimedBasis,
    origin: (maybe(given, "origin") ?? "unknown") as Origin,
    proof: maybe(given, "proof") ?? "",
  };
}

/** The bytes of a file as they are read, and how many there are; `-` is standard input, of unknown size. */
function open(path: string): { bytes: AsyncIterable<Uint8Array>; size: number } {
  if (path === "-") return { bytes: process.stdin, size: 0 };
  try {
    const found = statSync(path);
    if (!found.isFile()) throw Object.assign(new Error("no file"), { code: "EISDIR" });
    return { bytes: createReadStream(path, { highWaterMark: 256 * 1024 }), size: found.size };
  } catch (error) {
    throw new UsageError(`The file cannot be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** Waits for the jobs, and shows how far they are. */
async function finish(deps: CliDeps, importId: string, progress: Progress): Promise<void> {
  const look = async () => {
    const found = await readImport(deps.db, importId);
    if (!found) return;
    const { add, stopped, missing, written: w } = found.findings;
    const done = w.added + w.already + w.left + w.stopped + w.kept + (missing ? w.removed : 0);
    progress.show("writing", done, add + stopped + (missing?.people ?? 0));
  };
  const timer = setInterval(() => void look().catch(() => {}), LOOK_MS);
  try {
    await deps.finish();
    await look();
  } finally {
    clearInterval(timer);
  }
}

type Found = Awaited<ReturnType<typeof readImportsOfFile>>;

/** Which imports came from this file: only whoever has the file and the keys can say so. */
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
