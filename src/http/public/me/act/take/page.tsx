/** The file to read and to print: one HTML document without script, image or address of ours that it would load. */
import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import type { Dossier } from "../../../../../domain/me/held/dossier.ts";
import { isReadAct } from "../../../../../domain/read-log/rules/acts.ts";
import { ownDataTexts } from "../../../../../texts/own-data.ts";
import { ownPageTexts } from "../../../../../texts/own-page.ts";
import { peopleTexts } from "../../../../../texts/people.ts";
import { readActTexts } from "../../../../../texts/read-acts.ts";
import { say } from "../../../../../texts/say.ts";
import type { PublicContext } from "../../../../env.ts";
import { nameOf } from "../../../../page.tsx";
import { calendar, named } from "../../../answers/links.tsx";
import { mailState, NotShown, Things, thingsOf } from "../../page/held.tsx";
import { OwnProofs } from "../../proofs.tsx";

const STYLE = `body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#20242b;background:#fff}
h1{font-size:1.75rem}h2{font-size:1.25rem;margin-top:2rem}h3{font-size:1rem}
dl>div{border-top:1px solid #dcd5c8;padding:.4rem 0}dt{font-weight:650}dd{margin:0}
table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;border-top:1px solid #dcd5c8;padding:.3rem .5rem .3rem 0}
.soft,.meta{color:#55585e}.actions{display:none}@media print{body{margin:0}tr,dl>div{break-inside:avoid}}`;

/** The document. */
export async function dossierPage(c: PublicContext, d: Dossier): Promise<Child> {
  const { lang, institution, deps } = c.var;
  const t = say(ownDataTexts, lang);
  const { day, time } = calendar(c);
  const now = deps.clock.now();
  const email = institution.dataProtectionOfficer.email || institution.email;
  const title = t("file.title");
  return (
    <>
      {raw("<!doctype html>")}
      <html lang={lang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>{title}</title>
          <style>{raw(STYLE)}</style>
        </head>
        <body>
          <h1>{title}</h1>
          <p>
            {t("file.lead", { inst: nameOf(institution, lang), address: d.address, date: day(now), time: time(now) })}
          </p>
          <p>
            {t("file.rights", {
              url: `${deps.config.publicUrl}/me`,
              email,
              authority: named(institution.supervisoryAuthority.name, lang),
            })}
          </p>
          <Things things={await thingsOf(c, d)} />
          <Lists c={c} d={d} />
          <OwnProofs lang={lang} zone={institution.timeZone} proofs={d.proofs} fileOf={undefined} />
          <Mails c={c} d={d} />
          <Marks c={c} d={d} />
          {!d.shared && <Readers c={c} d={d} />}
          <h2>{t("not.title")}</h2>
          <NotShown c={c} />
        </body>
      </html>
    </>
  );
}

interface PartProps {
  c: PublicContext;
  d: Dossier;
}

function Table({ title, heads, rows, none }: { title: string; heads: string[]; rows: string[][]; none: string }) {
  return (
    <>
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <table aria-label={title}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells) => (
              <tr>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function Lists({ c, d }: PartProps) {
  const { lang } = c.var;
  const t = say(ownDataTexts, lang);
  const { day } = calendar(c);
  const basisOf = (id: string) => d.standing?.subscriptions.find((s) => s.id === id)?.basis;
  return (
    <Table
      title={t("file.lists")}
      none={t("file.none")}
      heads={[
        t("file.list"),
        t("file.purpose"),
        t("file.basis"),
        t("file.state"),
        t("file.since"),
        t("file.source"),
        t("file.paused"),
      ]}
      rows={(d.held?.memberships ?? []).map((m) => {
        const basis = basisOf(m.subscriptionId);
        return [
          named(m.list.names, lang),
          named(m.purpose.names, lang),
          basis ? t(`basis.short.${basis}`) : "",
          m.state === "active" ? t("state.active") : t("state.unproven"),
          day(m.since ?? m.addedAt),
          m.source?.source ?? "",
          m.pausedUntil ? day(m.pausedUntil, "dat") : "",
        ];
      })}
    />
  );
}

function Mails({ c, d }: PartProps) {
  const { lang } = c.var;
  const t = say(ownDataTexts, lang);
  const { moment } = calendar(c);
  const all = d.held?.messages.reduce((n, { count }) => n + count, 0) ?? 0;
  return (
    <>
      <Table
        title={t("file.mails")}
        none={t("file.none")}
        heads={[t("file.when"), t("file.list"), t("file.what"), t("file.state")]}
        rows={d.mails.map((mail) => [
          mail.sentAt === null ? "" : moment(mail.sentAt),
          named(mail.list, lang),
          t(`kind.${mail.kind}`),
          say(peopleTexts, lang)(mailState(mail.state)),
        ])}
      />
      {all > d.mails.length && <p>{t("file.mails.most", { n: d.mails.length })}</p>}
    </>
  );
}

function Marks({ c, d }: PartProps) {
  const { lang } = c.var;
  const t = say(ownPageTexts, lang);
  const { day } = calendar(c);
  return (
    <>
      <h2>{say(ownDataTexts, lang)("file.marks")}</h2>
      {d.marks.length === 0 ? (
        <p>{say(ownDataTexts, lang)("file.none")}</p>
      ) : (
        <ul>
          {d.marks.map((mark) => (
            <li>
              {mark.purpose
                ? t("mark.purpose", { purpose: named(mark.purpose.names, lang), date: day(mark.day, "gen") })
                : t("mark.all", { date: day(mark.day, "gen") })}{" "}
              {t("mark.review", { date: day(mark.reviewDay) })}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Readers({ c, d }: PartProps) {
  const { lang } = c.var;
  const t = say(ownDataTexts, lang);
  const { moment } = calendar(c);
  return (
    <Table
      title={t("file.readers")}
      none={t("file.none")}
      heads={[t("file.when"), t("file.what")]}
      rows={[...d.readers.lines, ...d.readers.lists].map(({ at, act }) => [
        moment(at),
        isReadAct(act) ? say(readActTexts, lang)(act) : act,
      ])}
    />
  );
}
