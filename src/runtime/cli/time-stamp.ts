/** `log time-stamp`: gets the day's time stamp now, so that whoever has set an authority up sees at once whether it works. */
import { missingSince } from "../../domain/time-stamps/rules/due.ts";
import { kindOf } from "../../domain/time-stamps/rules/failure.ts";
import { type Stamped, stampLog } from "../../domain/time-stamps/stamp.ts";
import { type LogStanding, readStanding } from "../../domain/time-stamps/views.ts";
import { say } from "../../texts/say.ts";
import { timeStampTexts } from "../../texts/time-stamps.ts";
import type { Command } from "./command.ts";

interface Answer {
  outcome: Stamped["outcome"];
  /** Names in the settings, in the order in which they are asked. */
  authorities: string[];
  last: Pick<NonNullable<LogStanding["last"]>, "day" | "authority" | "subject" | "at" | "size"> | null;
  missingSince: number | null;
  failed: { authority: string; code: string } | null;
}

const iso = (ms: number) => new Date(ms).toISOString();

function show({ outcome, authorities, last, missingSince: since, failed }: Answer): string {
  const t = say(timeStampTexts, "en");
  if (authorities.length === 0) return `${t("unset")}. ${t("unset.text")}\n${t("unset.who")}`;
  return [
    `Asked:     ${outcome === "nothing" ? "nobody, everything is covered or today's stamp is made" : authorities.join(", ")}`,
    ...(outcome === "busy" ? ["Another process is asking just now."] : []),
    last
      ? `Last:      ${iso(last.at)} by ${last.subject} (${last.authority}), over ${last.size} entries`
      : `Last:      ${t("none")}`,
    ...(failed ? [`Failed:    ${failed.authority}: ${t(`why.${kindOf(failed.code)}`, { code: failed.code })}`] : []),
    ...(since === null ? [] : [`Missing:   since ${iso(since)}`]),
  ].join("\n");
}

export const logTimeStamp: Command = {
  name: "log time-stamp",
  usage: "",
  summary: "get the day's time stamp now, if one is due, and show how it stands",
  run: async (deps): Promise<Answer> => {
    await deps.queue.enqueue({ kind: "seal" });
    await deps.finish();
    const { outcome } = await stampLog(deps, { patient: false });
    await deps.finish();
    const standing = await readStanding(deps.db);
    const { last, attempt } = standing;
    return {
      outcome,
      authorities: deps.config.timeStamps.authorities.map(({ name }) => name),
      last: last
        ? { day: last.day, authority: last.authority, subject: last.subject, at: last.at, size: last.size }
        : null,
      missingSince: missingSince(standing, deps.clock.now()) ?? null,
      failed: attempt ? { authority: attempt.authority, code: attempt.code } : null,
    };
  },
  show,
  exit: ({ outcome }: Answer) => (outcome === "failed" ? 1 : 0),
};
