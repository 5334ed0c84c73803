/** Beside every page of an import: what the office said of the file, and until when we hold it. */
import type { Child } from "hono/jsx";
import { CHECK_LIFE_MS } from "../../../domain/imports/rules/findings.ts";
import type { StaffContext } from "../../env.ts";
import { Facts } from "../parts.tsx";
import { day, listName, membersPath, moment, type Shown, voice } from "./shared.tsx";

export function FileFacts({ c, shown: { job, list } }: { c: StaffContext; shown: Shown }) {
  const t = voice(c);
  const { claim } = job;
  const mark = "tag" in job.file ? job.file.tag : job.file.sha256;
  const said = (): [Child, Child][] => [
    [t("fact.since"), day(c, claim.since)],
    [t("fact.basis"), t(`basis.${claim.basis}`)],
    [t("fact.origin"), t(`origin.${claim.origin}`)],
    [t("fact.proof"), claim.proof || t("fact.proof.none")],
  ];
  const facts: [Child, Child][] = [
    [t("fact.name"), job.fileName],
    [t("fact.list"), <a href={membersPath(list.id)}>{listName(c, list)}</a>],
    [t("fact.source"), claim.source],
    ...(job.kind === "opt-outs" ? [] : said()),
    [t("fact.hash"), <span class="mono">{`${mark.slice(0, 4)}…${mark.slice(-4)}`}</span>],
    [t("fact.checked"), moment(c, job.createdAt)],
  ];
  if (job.state === "checked" || job.state === "checking")
    facts.push([t("fact.deleted"), t("fact.deleted.value", { day: moment(c, job.createdAt + CHECK_LIFE_MS) })]);
  return (
    <>
      <h2 class="desk-h">{t("fact.file")}</h2>
      <Facts inline={false} items={facts.map(([term, value]) => ({ term, value }))} />
    </>
  );
}
