/** What the pages of the access log share: the voice, names, a table of lines, and what the log is for. */
import { Temporal } from "temporal-polyfill";
import { readKeyNames } from "../../../domain/api-keys/views.ts";
import { isAsked, isReadAct } from "../../../domain/read-log/rules/acts.ts";
import { reasonParts } from "../../../domain/read-log/rules/why.ts";
import type { ShownLine } from "../../../domain/read-log/views/lines.ts";
import { periodOf, readDecided } from "../../../domain/retention/views.ts";
import { asRole } from "../../../domain/staff/rules/members.ts";
import { may, type Permission } from "../../../domain/staff/rules.ts";
import { type RefusalCode, refuse } from "../../../refusal.ts";
import { showDateTime } from "../../../texts/dates.ts";
import { layoutTexts } from "../../../texts/layout.ts";
import { readActTexts } from "../../../texts/read-acts.ts";
import { readLogTexts } from "../../../texts/read-log.ts";
import { refusalText } from "../../../texts/refusals/index.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { DataTable, Tag } from "../parts.tsx";

export const READ_LOG = "/staff/read-log";
export const RECORDED = "/staff/recorded";

export const voice = (c: StaffContext) => say(readLogTexts, c.var.lang);
export const can = (c: StaffContext, permission: Permission) => may(c.var.actor, permission) === undefined;
export const moment = (c: StaffContext, ms: number) =>
  showDateTime(ms, { lang: c.var.lang, zone: c.var.institution.timeZone, form: "table" });

/** Labels (`staff:<id>`, `api:<id>`) → names: of everybody who has or had an account, and of every key. */
export async function everybody(c: StaffContext): Promise<Map<string, string>> {
  const t = voice(c);
  const [all, keys] = await Promise.all([c.var.deps.auth.users.list(), readKeyNames(c.var.deps.db)]);
  const programs = [...keys].map(([label, name]) => [label, t("by.key", { name })] as const);
  return new Map([...all.map(({ id, name }) => [`staff:${id}`, name] as const), ...programs, ["staff:cli", t("cli")]]);
}

/** How long lines are kept, in words. */
export async function keptFor(c: StaffContext): Promise<string> {
  const period = periodOf("read-log", c.var.institution, await readDecided(c.var.deps.db));
  const { years, months } = Temporal.Duration.from(period);
  return voice(c)("months", { n: years * 12 + months });
}

export function actText(c: StaffContext, act: string): string {
  return isReadAct(act) ? say(readActTexts, c.var.lang)(act) : act;
}

/** Why, in words; of a refused try, which refusal it was. */
function whyText(c: StaffContext, { act, outcome, reason }: ShownLine): string {
  const t = voice(c);
  if (outcome === "refused" && reason) return refusalText(refuse(reason as RefusalCode), c.var.lang);
  const { code, words } = reasonParts(reason);
  if (!code) return words ?? (isAsked(act) ? t("why.unsaid") : "");
  return words ? t("why.with", { why: t(`why.${code}`), words }) : t(`why.${code}`);
}

function outcomeText(c: StaffContext, { outcome, count }: ShownLine) {
  const t = voice(c);
  if (outcome === "refused") return <Tag color="warning">{t("outcome.refused")}</Tag>;
  if (outcome === "found" && count !== null) return t("outcome.count", { n: count });
  return outcome === null ? "" : t(`outcome.${outcome}`);
}

/** Lines; without `names` all are one's own. */
export function Lines(p: {
  c: StaffContext;
  label: string;
  lines: readonly ShownLine[];
  names?: ReadonlyMap<string, string>;
}) {
  const { c, names } = p;
  const t = voice(c);
  const roles = say(layoutTexts, c.var.lang);
  const who = ({ actor, surface }: ShownLine) => {
    const name = names?.get(actor) ?? t("gone");
    return surface === "cli" && actor !== "staff:cli" ? t("by.cli", { name }) : name;
  };
  const role = ({ role: was }: ShownLine) => {
    const known = asRole(was ?? "");
    return known ? roles(`role.${known}`) : "";
  };
  return (
    <DataTable
      label={p.label}
      width="stack"
      columns={[
        { head: t("col.when") },
        ...(names ? [{ head: t("col.who") }] : []),
        { head: t("col.role") },
        { head: t("col.act") },
        { head: t("col.why") },
        { head: t("col.outcome") },
      ]}
      rows={p.lines.map((line) => ({
        cells: [
          moment(c, line.at),
          ...(names ? [who(line)] : []),
          role(line),
          actText(c, line.act),
          whyText(c, line),
          outcomeText(c, line),
        ],
      }))}
    />
  );
}
