/** `log status`, `log keep`, `log new-origin`, `log key`, `log key-leaked`: the proof log, for whoever runs the program. */
import { keepOrigin } from "../../domain/proof-log/keep-origin.ts";
import { newOrigin } from "../../domain/proof-log/new-origin.ts";
import { recordLeak } from "../../domain/proof-log/record-leak.ts";
import { readVkey } from "../../domain/proof-log/rules/note.ts";
import { type LogStanding, readStanding } from "../../domain/proof-log/views/standing.ts";
import { randomIds } from "../../platform/ids.ts";
import { newRingText, readRing } from "../../platform/keys.ts";
import { alertTexts } from "../../texts/alerts.ts";
import { say } from "../../texts/say.ts";
import { type CliDeps, type Command, operatorOf, text, UsageError, word } from "./command.ts";

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());

interface Status extends Omit<LogStanding, "keys"> {
  keys: { id: string; vkey: string; from: string | null; to: string | null; leaked: string | null }[];
}

async function statusOf(deps: CliDeps): Promise<Status> {
  const { keys, ...standing } = await readStanding(deps);
  return {
    ...standing,
    keys: keys.map(({ vkey, fromAt, toAt, leakedAt }) => ({
      id: readVkey(vkey)?.id ?? "",
      vkey,
      from: iso(fromAt),
      to: iso(toAt),
      leaked: iso(leakedAt),
    })),
  };
}

function show({ origin, size, entries, copy, witness, stops, past, keys }: Status): string {
  const t = say(alertTexts, "en");
  return [
    `Log:       ${origin}`,
    `Signed:    ${size} entries; ${entries - size} wait`,
    `Copy:      ${copy === undefined ? "no place for one" : copy === "none" ? "there is none" : `${copy.size} entries of ${copy.log}`}`,
    `Witness:   ${witness === undefined ? "knows nothing of it" : `${witness} entries`}`,
    ...past.map(({ origin: old, size: n }) => `Earlier:   ${old}, ${n} entries`),
    ...keys.map(
      ({ id, from, to, leaked }) =>
        `Key:       ${id} from ${from} ${to ? `to ${to}` : "on"}${leaked ? `, leaked ${leaked}` : ""}`,
    ),
    ...stops.map((code) => `\n${t(`${code}.title`)}\n${t(`${code}.text`)}`),
    ...(stops.includes("log.copy_lost")
      ? [
          "",
          "If the copy is somewhere, put it back: that is always right.",
          "If this database was never restored from a backup: npm run pieteka -- log keep",
          "If it was, or you do not know:                       npm run pieteka -- log new-origin",
        ]
      : []),
  ].join("\n");
}

export const logStatus: Command = {
  name: "log status",
  usage: "",
  summary: "show how the proof log stands: what is signed, its copy, its keys, and what keeps it from being signed",
  run: statusOf,
  show,
};

export const logKeep: Command = {
  name: "log keep",
  usage: "",
  summary: "the copy of the proof log is lost, and this database is the newest: begin the copy anew and go on",
  run: async (deps, given) => {
    const no = await keepOrigin(deps, operatorOf(given));
    if (no) return no;
    await deps.queue.enqueue({ kind: "seal" });
    await deps.finish();
    return statusOf(deps);
  },
  show,
};

export const logNewOrigin: Command = {
  name: "log new-origin",
  usage: "",
  summary: "signed entries are lost, or may be: end this proof log and go on under a new origin",
  run: async (deps, given) => {
    const no = await newOrigin(deps, operatorOf(given));
    if (no) return no;
    await deps.queue.enqueue({ kind: "seal" });
    await deps.finish();
    return statusOf(deps);
  },
  show,
};

export const logKeyLeaked: Command = {
  name: "log key-leaked",
  usage: "<key-id> --since 2026-11-22T09:00:00Z",
  summary: "say publicly since when others may have had a key of the proof log",
  words: 1,
  about: { "<key-id>": "eight digits, as `log status` shows it" },
  options: { since: { type: "string", required: true, about: "the earliest moment at which it may have been known" } },
  run: async (deps, given) => {
    const since = Date.parse(text(given, "since"));
    if (Number.isNaN(since)) throw new UsageError("--since is not a time, for example 2026-11-22T09:00:00Z.");
    const no = await recordLeak(deps, operatorOf(given), { id: word(given, 0), since });
    if (no) return no;
    await deps.queue.enqueue({ kind: "seal" });
    await deps.finish();
    return statusOf(deps);
  },
  show,
};

/** One ring after another change: what to put into the environment. */
export const keysAdd: Command = {
  name: "keys add",
  usage: "",
  summary:
    "make a new key that signs the proof log beside the ones in LOG_SIGNING_KEYS, and print the line for the environment",
  alone: async () => {
    const now = process.env.LOG_SIGNING_KEYS;
    if (!now) throw new UsageError("LOG_SIGNING_KEYS is not in the environment.");
    const ring = `${newRingText(randomIds)},${now}`;
    readRing("LOG_SIGNING_KEYS", ring);
    return { LOG_SIGNING_KEYS: ring };
  },
  show: ({ LOG_SIGNING_KEYS }: { LOG_SIGNING_KEYS: string }) =>
    [
      "# The new key stands first. Both sign from the next start on; give readers time to take the new one from /log/keys,",
      "# then take the old one off the end of the line and start again: it ends in the published history.",
      `LOG_SIGNING_KEYS=${LOG_SIGNING_KEYS}`,
    ].join("\n"),
};
