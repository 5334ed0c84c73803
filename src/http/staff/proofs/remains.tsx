/** What is left of a person in these proofs and until when, and who has read them. */
import { dayOf } from "../../../domain/consent/rules/days.ts";
import { backupsCleanFrom } from "../../../domain/key-rotation/rules/fate.ts";
import { readKeysGoneDay } from "../../../domain/key-rotation/views.ts";
import { LAST_MAIL_MS } from "../../../domain/last-mails/rules.ts";
import { readLastMailOf } from "../../../domain/last-mails/views.ts";
import type { Chain } from "../../../domain/proofs/acts/chains.ts";
import { GROUNDS, type Ground } from "../../../domain/proofs/rules/opening.ts";
import type { ReadLine } from "../../../domain/proofs/views/openings.ts";
import { reasonParts } from "../../../domain/read-log/rules/why.ts";
import { lastMailTexts } from "../../../texts/last-mail.ts";
import { readLogTexts } from "../../../texts/read-log.ts";
import { type Lang, say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { DataTable, Section } from "../parts.tsx";
import type { Told } from "./event.tsx";
import { day, moment, type Voice, voice } from "./shared.tsx";

/** Row by row: the address, events, circumstances, backups, log, texts. A purpose that somebody left has its own end. */
export async function Remains({ c, chains, held }: { c: StaffContext; chains: readonly Chain[]; held: boolean }) {
  const t = voice(c);
  const { institution } = c.var;
  const events = chains.flatMap((chain) => chain.events);
  const ends = [...new Set(chains.flatMap(({ shredDay }) => shredDay ?? []))].sort();
  const open = chains.some(({ shredDay }) => shredDay === undefined);
  const until = [
    ...ends.map((end) => day(c, end)),
    ...(open ? [t("until.left", { months: institution.proofMonths })] : []),
  ];
  const kept = events.some((event) => event.kept.length > 0);
  const backups = held ? undefined : await cleanDay(c, events.at(-1)?.at ?? 0);
  const eids = events.map(({ eid }) => eid);
  const waitsUntil = held ? undefined : await readLastMailOf(c.var.deps, eids);
  const last = say(lastMailTexts, c.var.lang);
  return (
    <Section title={t("remains.title")}>
      <DataTable
        label={t("remains.title")}
        width="narrow"
        columns={[{ head: t("remains.what") }, { head: t("remains.readable") }, { head: t("remains.until") }]}
        rows={[
          {
            cells: [
              t("remains.address"),
              t(held ? "remains.address.held" : "remains.address.gone"),
              t(held ? "until.held" : "until.gone"),
            ],
          },
          ...(waitsUntil !== undefined
            ? [{ cells: [last("remains.address"), last("remains.readable"), moment(c, waitsUntil)] }]
            : []),
          ...(events.length > 0
            ? [{ cells: [t("remains.events", { n: events.length }), t("remains.events.readable"), until.join("; ")] }]
            : []),
          {
            cells: [t("remains.details"), t("remains.details.readable"), t(kept && held ? "until.held" : "until.gone")],
          },
          ...(backups ? [{ cells: [t("remains.backups"), t("remains.backups.readable"), backups] }] : []),
          { cells: [t("remains.log"), t("remains.log.readable"), t("until.ever")] },
          { cells: [t("remains.texts"), t("remains.texts.readable"), t("until.ever")] },
        ]}
      />
      <p class="small quiet above-2">{t("remains.note")}</p>
    </Section>
  );
}

/** The day on which the last backup that could hold the sealed address has expired; undefined once it is past. */
async function cleanDay(c: StaffContext, leftAt: number): Promise<string | undefined> {
  const { timeZone, restoreWindowDays, lastMail } = c.var.institution;
  const goneAt = leftAt + (lastMail ? LAST_MAIL_MS : 0);
  const keysGone = await readKeysGoneDay(c.var.deps.db, goneAt, timeZone);
  const clean = backupsCleanFrom(dayOf(goneAt, timeZone), restoreWindowDays, keysGone);
  return clean >= dayOf(c.var.deps.clock.now(), timeZone) ? day(c, clean) : undefined;
}

/** Every look at these records, newest first: this one is among them. */
export function Readers({ c, names, lines: all }: Told & { lines: readonly ReadLine[] }) {
  const t = voice(c);
  // One look leaves a line for each record.
  const lines = all.filter(
    (line, i) =>
      all.findIndex(
        ({ at, actor, act }) => at === line.at && actor === line.actor && kindOf(act) === kindOf(line.act),
      ) === i,
  );
  return (
    <Section title={t("readers.title")} id="readers">
      <DataTable
        label={t("readers.title")}
        width="narrow"
        columns={[
          { head: t("readers.when") },
          { head: t("readers.who") },
          { head: t("readers.act") },
          { head: t("readers.why") },
        ]}
        rows={lines.map((line) => ({
          cells: [
            moment(c, line.at),
            names.get(line.actor) ?? t("readers.gone"),
            t(`readers.${kindOf(line.act)}`),
            reasonOf(t, c.var.lang, line.reason),
          ],
        }))}
      />
    </Section>
  );
}

/** What was done, of the acts of the read log. */
const kindOf = (act: string) => (act.startsWith("proofs.export") ? "exported" : "read");

/** The words of a reason, after its ground. */
function reasonOf(t: Voice, lang: Lang, reason: string | null): string {
  if (reason === null) return t("readers.none");
  const { code, words } = reasonParts(reason);
  if (!code) return words ?? "";
  const why = GROUNDS.some((one) => one === code)
    ? t(`ground.${code as Ground}`)
    : say(readLogTexts, lang)(`why.${code}`);
  return words ? `${why}: ${words}` : why;
}
