/** The sections of a breach's record as they are read: the newest version, and the earlier ones folded below it. */
import type { Child } from "hono/jsx";
import type { Bodies, Section as SectionName } from "../../../domain/breaches/rules.ts";
import type { BreachRecord, BreachVersion } from "../../../domain/breaches/views.ts";
import type { StaffContext } from "../../env.ts";
import { Details, Facts, Section } from "../parts.tsx";
import { breachPath, moment, type Voice, voice } from "./shared.tsx";

type Names = ReadonlyMap<string, string>;
type Item = { term: Child; value: Child };

/** One section: what it says now, who wrote it, what it said before, and the way to write it. */
export function SectionView(p: {
  c: StaffContext;
  record: BreachRecord;
  section: SectionName;
  names: Names;
  /** May write it. */
  writes: boolean;
}) {
  const t = voice(p.c);
  const { section, record } = p;
  const versions = record.versions.filter((v) => v.section === section);
  const newest = versions.at(-1);
  const earlier = versions.slice(0, -1).reverse();
  return (
    <Section title={t(`section.${section}`)}>
      {newest ? <Version c={p.c} version={newest} names={p.names} /> : <p class="quiet">{t("section.none")}</p>}
      {p.writes && (
        <p class="no-print">
          <a href={`${breachPath(record.breach.id)}/${section}`}>{t(newest ? "section.correct" : "section.write")}</a>
        </p>
      )}
      {earlier.length > 0 && (
        <Details summary={t("section.earlier", { n: earlier.length })}>
          {earlier.map((version) => (
            <Version c={p.c} version={version} names={p.names} numbered />
          ))}
        </Details>
      )}
    </Section>
  );
}

function Version(p: { c: StaffContext; version: BreachVersion; names: Names; numbered?: boolean }) {
  const t = voice(p.c);
  const { version } = p;
  const name = p.names.get(version.by) ?? t("nobody");
  return (
    <>
      {p.numbered && <h3>{t("section.version", { n: String(version.n) })}</h3>}
      <Facts items={itemsOf(p.c, t, version.section, version.body)} />
      <p class="small quiet above-2">{t("section.by", { name, when: moment(p.c, version.at) })}</p>
    </>
  );
}

/** What a version says, term by term; an empty field says that it is empty. */
function itemsOf(c: StaffContext, t: Voice, section: SectionName, body: Bodies[SectionName]): Item[] {
  const said = (term: string, text: string): Item => ({ term, value: lines(text) ?? t("empty") });
  switch (section) {
    case "report": {
      const b = body as Bodies["report"];
      return [
        { term: t("report.aware"), value: moment(c, b.awareAt) },
        said(t("report.what"), b.what),
        said(t("report.noticed"), b.noticed),
        said(t("report.data"), b.data),
        { term: t("report.ongoing"), value: b.ongoing === "" ? t("empty") : t(`ongoing.${b.ongoing}`) },
        ...(b.why ? [said(t("correct.why"), b.why)] : []),
      ];
    }
    case "facts": {
      const b = body as Bodies["facts"];
      return (["people", "records", "categories", "consequences", "measures"] as const).map((name) =>
        said(t(`facts.${name}`), b[name]),
      );
    }
    case "authority": {
      const b = body as Bodies["authority"];
      return [
        { term: t("risk.legend"), value: t(`risk.${b.risk}`) },
        { term: t("authority.legend"), value: t(`authority.${b.decision}`) },
        ...(b.at === undefined ? [] : [{ term: t("authority.when"), value: moment(c, b.at) }]),
        ...(b.decision === "notified" ? [said(t("authority.reference"), b.reference)] : []),
        ...(b.reason ? [said(t("authority.reason"), b.reason)] : []),
        ...(b.late ? [said(t("authority.late"), b.late)] : []),
      ];
    }
    case "persons": {
      const b = body as Bodies["persons"];
      return [
        { term: t("persons.legend"), value: t(`persons.${b.decision}`) },
        ...(b.at === undefined ? [] : [{ term: t("persons.when"), value: moment(c, b.at) }]),
        ...(b.how ? [said(t("persons.how"), b.how)] : []),
        ...(b.why === "" ? [] : [{ term: t("persons.why"), value: t(`untold.${b.why}`) }]),
        ...(b.reason ? [said(t("persons.reason"), b.reason)] : []),
      ];
    }
    case "closing":
      return [said(t("closing.lesson"), (body as Bodies["closing"]).lesson)];
  }
}

/** A text as it was typed, line by line; undefined where there is none. */
function lines(text: string): Child | undefined {
  if (text === "") return undefined;
  return text.split("\n").map((line, i) => (
    <>
      {i > 0 && <br />}
      {line}
    </>
  ));
}
