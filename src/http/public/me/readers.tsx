/** The part "Who looked at my data" of a person's own page: when, what for and in which role; names where the officer decided so. */
import type { Child } from "hono/jsx";
import { Temporal } from "temporal-polyfill";
import type { OwnReader, OwnReaders } from "../../../domain/read-log/acts/own.ts";
import { isAsked, isReadAct } from "../../../domain/read-log/rules/acts.ts";
import { periodOf, readDecided } from "../../../domain/retention/views.ts";
import { asRole } from "../../../domain/staff/rules/members.ts";
import { showDateTime } from "../../../texts/dates.ts";
import { layoutTexts } from "../../../texts/layout.ts";
import { ownReadersTexts } from "../../../texts/own-readers.ts";
import { readActTexts } from "../../../texts/read-acts.ts";
import { readLogTexts } from "../../../texts/read-log.ts";
import { say } from "../../../texts/say.ts";
import type { PublicContext } from "../../env.ts";
import { calendar, named } from "../answers/links.tsx";
import { MailLink } from "../parts.tsx";

/** Lines that stand open; the earlier ones are folded. */
const OPEN = 10;

export async function OwnReadersPart({ c, readers }: { c: PublicContext; readers: OwnReaders }) {
  const { lang, institution, deps } = c.var;
  const t = say(ownReadersTexts, lang);
  const { years, months } = Temporal.Duration.from(periodOf("read-log", institution, await readDecided(deps.db)));
  const email = institution.dataProtectionOfficer.email || institution.email;
  const { lines, lists, names } = readers;
  const date = names && calendar(c).day(names.at, "loc");
  return (
    <section class="flow" aria-labelledby="own-readers">
      <h2 id="own-readers">{t("title")}</h2>
      <p>{t("lead")}</p>
      {lines.length === 0 ? <p>{t("none")}</p> : <Rows c={c} lines={lines} />}
      {lists.length > 0 && (
        <>
          <h3>{t("lists")}</h3>
          <p>{t("lists.text")}</p>
          <Rows c={c} lines={lists} />
        </>
      )}
      {lines.length + lists.length > 0 && (
        <p>
          {names && date
            ? t(names.decision, { date, authority: named(institution.supervisoryAuthority.name, lang) })
            : t.rich<Child>("names", { email, mail: () => <MailLink address={email} /> })}
        </p>
      )}
      <p class="small">{t("kept", { period: t("months", { n: years * 12 + months }) })}</p>
    </section>
  );
}

function Rows({ c, lines }: { c: PublicContext; lines: readonly OwnReader[] }) {
  const t = say(ownReadersTexts, c.var.lang);
  const rest = lines.slice(OPEN);
  const rows = (some: readonly OwnReader[]) => (
    <ul class="rows">
      {some.map((line) => (
        <Row c={c} line={line} />
      ))}
    </ul>
  );
  return (
    <>
      {rows(lines.slice(0, OPEN))}
      {rest.length > 0 && (
        <details class="ds-details">
          <summary>{t("more", { n: rest.length })}</summary>
          <div>{rows(rest)}</div>
        </details>
      )}
    </>
  );
}

function Row({ c, line }: { c: PublicContext; line: OwnReader }) {
  const { lang, institution } = c.var;
  const t = say(ownReadersTexts, lang);
  const known = asRole(line.role ?? "");
  const role = known ? say(layoutTexts, lang)(`role.${known}`) : "";
  const who = line.name === undefined ? role && t("role", { role }) : t("name", { name: line.name, role });
  const unsaid = isAsked(line.act) && t("why.unsaid");
  const why = line.why ? t("why", { why: say(readLogTexts, lang)(`why.${line.why}`) }) : unsaid;
  return (
    <li>
      <div>
        <p>
          <strong>{showDateTime(line.at, { lang, zone: institution.timeZone, form: "table" })}</strong>
        </p>
        <p>{isReadAct(line.act) ? say(readActTexts, lang)(line.act) : line.act}</p>
        <p class="meta">
          {who && <>{who}. </>}
          {why}
        </p>
      </div>
    </li>
  );
}
