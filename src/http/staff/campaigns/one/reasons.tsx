/** Reason by reason: who was not sent to, what is known of the sent, by which way people refused. Each table adds up. */
import type { ReasonCount, Way } from "../../../../domain/messages/views/figures.ts";
import { showNumber } from "../../../../texts/dates.ts";
import { outcomeTexts } from "../../../../texts/outcomes.ts";
import { showShares } from "../../../../texts/shares.ts";
import type { StaffContext } from "../../../env.ts";
import { DataTable, Section } from "../../parts.tsx";
import { outcomeVoice } from "../frame.tsx";
import type { Figures } from "./figures.ts";

type OutcomeKey = keyof (typeof outcomeTexts)["lv"];

/** Codes of the engine that are told in the same words. */
const ALIKE: Record<string, string> = {
  "provider.invalid": "invalid",
  "provider.failed": "there",
  "provider.no_answer": "no_answer",
  "provider.fault": "fault",
  "provider.odd_answer": "odd_answer",
  "provider.payload_drift": "changed",
  "ids-missing": "odd_answer",
  "bytes-changed": "changed",
  "member-left": "left",
  "not-allowed": "left",
  "too-late": "too_late",
  "no-outcome": "killed",
  "not-again": "again",
};

/** The words for a reason of a state; "another reason" for one that this version does not know. */
export function reasonKey(state: ReasonCount["state"], reason: string): OutcomeKey {
  const bare = reason.startsWith("bounce.") ? reason.slice("bounce.".length) : reason;
  const name = ALIKE[reason] ?? (reason.startsWith("mail.") ? "mail" : bare);
  const key = `${state}.${name}`;
  if (key in outcomeTexts.lv) return key as OutcomeKey;
  return state === "failed" && reason.startsWith("provider.") ? "failed.later" : (`${state}.other` as OutcomeKey);
}

/** Counts by their words: two codes that are told alike are one line. */
function told(
  c: StaffContext,
  reasons: readonly ReasonCount[],
): { text: string; state: ReasonCount["state"]; n: number }[] {
  const t = outcomeVoice(c);
  const lines = new Map<OutcomeKey, { text: string; state: ReasonCount["state"]; n: number }>();
  for (const { state, reason, n } of reasons) {
    const key = reasonKey(state, reason);
    const line = lines.get(key) ?? { text: t(key), state, n: 0 };
    lines.set(key, { ...line, n: line.n + n });
  }
  return [...lines.values()];
}

export function Reasons({ c, reasons }: { c: StaffContext; reasons: readonly ReasonCount[] }) {
  const t = outcomeVoice(c);
  const { lang } = c.var;
  const lines = (["skipped", "failed", "unknown"] as const).flatMap((state) =>
    told(
      c,
      reasons.filter((r) => r.state === state),
    ),
  );
  if (lines.length === 0) return null;
  const total = lines.reduce((sum, { n }) => sum + n, 0);
  return (
    <Section title={t("why.title")} id="why">
      <DataTable
        label={t("why.title")}
        width="stack"
        columns={[{ head: t("why.reason") }, { head: t("why.people"), num: true }, { head: t("why.outcome") }]}
        rows={lines.map(({ text, state, n }) => ({
          cells: [text, showNumber(n, lang), t(`state.${state as "skipped"}`)],
        }))}
        foot={[t("why.total"), showNumber(total, lang), ""]}
      />
    </Section>
  );
}

/** Shown once the provider has told anything at all. */
export function Told({ c, n }: { c: StaffContext; n: Figures }) {
  const t = outcomeVoice(c);
  const { lang } = c.var;
  const { delivered, bounced, complained } = n.told;
  const heard = delivered + bounced + complained;
  if (heard === 0) return null;
  const rows = [
    { text: t("told.delivered"), n: delivered },
    ...told(
      c,
      n.reasons.filter((r) => r.state === "bounced"),
    ),
    { text: t("told.complained"), n: complained },
    { text: t("told.nothing"), n: n.sent - heard },
  ].filter((row) => row.n > 0);
  const shares = showShares(
    rows.map((row) => row.n),
    n.sent,
    lang,
  );
  return (
    <Section title={t("told.title")} lede={t("told.lede")}>
      <DataTable
        label={t("told.title")}
        width="stack"
        columns={[{ head: t("told.fate") }, { head: t("why.people"), num: true }, { head: t("told.share"), num: true }]}
        rows={rows.map(({ text, n: people }, index) => ({
          cells: [text, showNumber(people, lang), <span class="quiet">{shares[index]}</span>],
        }))}
        foot={[
          t("told.total"),
          showNumber(n.sent, lang),
          <span class="quiet">{showShares([n.sent], n.sent, lang)}</span>,
        ]}
      />
    </Section>
  );
}

/** Adds up to the people who said no; a "no" of before the ways were kept has a line of its own. */
export function Ways({ c, n }: { c: StaffContext; n: Figures }) {
  const t = outcomeVoice(c);
  const { lang } = c.var;
  if (n.no === 0) return null;
  const known = n.ways.reduce((sum, { n: people }) => sum + people, 0);
  const rows: { way: Way | "other"; n: number }[] = [...n.ways];
  if (n.no > known) rows.push({ way: "other", n: n.no - known });
  return (
    <Section title={t("ways.title")}>
      <DataTable
        label={t("ways.title")}
        width="stack"
        columns={[{ head: t("ways.way") }, { head: t("why.people"), num: true }]}
        rows={rows.map((row) => ({ cells: [t(`ways.${row.way}`), showNumber(row.n, lang)] }))}
        foot={[t("ways.total"), showNumber(Math.max(n.no, known), lang)]}
      />
    </Section>
  );
}
