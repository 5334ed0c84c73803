/** `alerts`, `dead-letters`, `dead-letters retry`: what waits for a person, without the desk. */
import { placeOf } from "../../domain/alerts/rules.ts";
import { readOpenAlerts } from "../../domain/alerts/views.ts";
import { readActs } from "../../domain/campaigns/views/course.ts";
import { readMailing, readToday } from "../../domain/campaigns/views.ts";
import { retryDeadLetter } from "../../domain/dead-letters/retry.ts";
import { membersOf } from "../../domain/dead-letters/rules.ts";
import { readDeadLetters } from "../../domain/dead-letters/views.ts";
import { isRefusal, refuse } from "../../refusal.ts";
import { alertTexts } from "../../texts/alerts.ts";
import { say } from "../../texts/say.ts";
import { type CliDeps, type Command, operatorOf, word } from "./command.ts";

const iso = (ms: number) => new Date(ms).toISOString();

interface AlertLine {
  code: string;
  subject: string;
  title: string | null;
  since: string;
  /** When the first channel was told. Nobody is told of what a person of the office did himself. */
  told: string | null;
  /** Who paused the mailing, where it was a person. */
  by?: string;
  url: string;
}

export const alerts: Command = {
  name: "alerts",
  usage: "",
  summary:
    "show what waits for a person: stopped mailings, unknown outcomes, a mail service that does not let us send, failed tasks",
  run: async (deps): Promise<AlertLine[]> => [
    ...(await readOpenAlerts(deps.db)).map(({ code, subject, title, at, toldAt }) => ({
      code,
      subject,
      title,
      since: iso(at),
      told: toldAt === null ? null : iso(toldAt),
      url: `${deps.config.publicUrl}${placeOf(code, subject)}`,
    })),
    ...(await pausedByPeople(deps)),
  ],
  show: (lines: AlertLine[]) =>
    lines.length === 0 ? "Nothing is waiting for a person." : lines.map(alertLine).join("\n"),
};

/** Mailings that a person has paused: they wait for one as well, and no alert tells of them. */
async function pausedByPeople(deps: CliDeps): Promise<AlertLine[]> {
  const { paused } = await readToday(deps.db);
  return Promise.all(
    paused
      .filter(({ heldReason }) => heldReason === "person")
      .map(async ({ id, title }) => {
        const since = (await readMailing(deps.db, id))?.heldAt ?? 0;
        const by = (await readActs(deps.db, id)).findLast(({ typ }) => typ === "mailing.paused")?.by ?? "";
        const member = by.startsWith("staff:") ? await deps.auth.users.byId(by.slice("staff:".length)) : undefined;
        const url = `${deps.config.publicUrl}${placeOf("mailing.paused", id)}`;
        const name = member?.name ?? "the command line";
        return { code: "mailing.paused", subject: id, title, since: iso(since), told: null, by: name, url };
      }),
  );
}

function alertLine({ code, title, since, told, by, url }: AlertLine): string {
  const t = say(alertTexts, "en");
  if (by !== undefined) return `${since}  Sending was paused by ${by}: ${title}\n  ${url}`;
  const key = `${code}.title`;
  const what = t((key in alertTexts.en ? key : "other.title") as "other.title");
  return `${since}  ${what}${title ? `: ${title}` : ""} (${told ? `told ${told}` : "nobody told"})\n  ${url}`;
}

interface LetterLine {
  /** What `dead-letters retry` takes. */
  job: string;
  times: number;
  at: string;
}

/** `deliver/<mailing>`, or the kind alone. */
function nameOf(letter: string): string {
  const { kind, ...ids } = membersOf(letter);
  return [kind, ...Object.values(ids)].join("/");
}

const linesOf = async (deps: CliDeps): Promise<LetterLine[]> =>
  (await readDeadLetters(deps.db)).map(({ job, times, at }) => ({ job: nameOf(job), times, at: iso(at) }));

export const deadLetters: Command = {
  name: "dead-letters",
  usage: "",
  summary: "show tasks that failed too often and were put aside",
  run: linesOf,
  show: (lines: LetterLine[]) =>
    lines.length === 0
      ? "No task has failed."
      : lines.map(({ job, times, at }) => `${job}  last failed ${at}, put aside ${times}×`).join("\n"),
};

export const retryLetters: Command = {
  name: "dead-letters retry",
  usage: "<job>",
  summary: "try a failed task again; it is done before the command ends",
  words: 1,
  about: { "<job>": "as `dead-letters` shows it, or `all`" },
  run: async (deps, given) => {
    const typed = word(given, 0);
    const letters = (await readDeadLetters(deps.db)).filter(({ job }) => typed === "all" || nameOf(job) === typed);
    if (letters.length === 0 && typed !== "all") return refuse("dead-letters.unknown");
    for (const { job } of letters) {
      const done = await retryDeadLetter(deps, operatorOf(given), { job });
      if (isRefusal(done)) return done;
    }
    await deps.finish();
    return { retried: letters.map(({ job }) => nameOf(job)), left: await linesOf(deps) };
  },
  show: ({ retried, left }: { retried: string[]; left: LetterLine[] }) =>
    `Tried again: ${retried.join(", ") || "nothing"}. ${left.length === 0 ? "No failed task is left." : `Still failed: ${left.map(({ job }) => job).join(", ")}.`}`,
};
