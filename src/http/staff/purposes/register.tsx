/** `/staff/purposes/register`: the record of processing activities (GDPR Art. 30), for the screen and for paper. */
import { Hono } from "hono";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import { purposesTexts } from "../../../texts/purposes.ts";
import { readLogTexts } from "../../../texts/read-log.ts";
import { registerTexts } from "../../../texts/register.ts";
import { say } from "../../../texts/say.ts";
import type { StaffEnv } from "../../env.ts";
import { nameOf } from "../../page.tsx";
import { deskPage } from "../layout.tsx";
import { DataTable, Facts, Section } from "../parts.tsx";
import { AboutLog } from "../read-log/about.tsx";
import { SheetFacts } from "./sheet-facts.tsx";

export const registerPage = new Hono<StaffEnv>().get("/purposes/register", async (c) => {
  const { lang, deps, institution } = c.var;
  const t = say(registerTexts, lang);
  const purposesSay = say(purposesTexts, lang);
  const purposes = (await readPurposes(deps.db)).filter((p) => p.state === "active");
  const officer = institution.dataProtectionOfficer;
  const countries = new Intl.DisplayNames(lang, { type: "region" });
  return deskPage(c, {
    title: t("title"),
    current: "purposes",
    back: { href: "/staff/purposes", label: purposesSay("back") },
    lede: t("lede"),
    children: (
      <>
        <p class="small quiet no-print">{t("print")}</p>
        <Section title={t("controller")}>
          <Facts
            items={[
              { term: t("name"), value: `${nameOf(institution, lang)}, ${institution.registrationNumber}` },
              {
                term: t("contact"),
                value: [institution.legalAddress, institution.phone, institution.email].join(", "),
              },
              officer.email !== "" && {
                term: t("officer"),
                value: [officer.name, officer.email, officer.phone].filter((v) => v !== "").join(", "),
              },
            ]}
          />
        </Section>
        <Section title={t("processors")}>
          <DataTable
            label={t("processors")}
            width="wide"
            columns={[
              { head: t("name") },
              { head: t("role") },
              { head: t("country") },
              { head: t("contract") },
              { head: t("logs"), num: true },
              { head: t("safeguard") },
            ]}
            rows={institution.processors.map((p) => ({
              cells: [
                p.name,
                t(`role.${p.role}`),
                countries.of(p.country) ?? p.country,
                p.contract,
                String(p.logRetentionDays),
                p.transfer || purposesSay("no-value"),
              ],
            }))}
          />
        </Section>
        {purposes.map((purpose) => (
          <Section title={inLanguage(purpose.sheet.names, lang)}>
            <SheetFacts purpose={purpose} lang={lang} institution={institution} />
          </Section>
        ))}
        <Section title={say(readLogTexts, lang)("title")}>
          <AboutLog c={c} />
        </Section>
        <Section title={t("security")}>
          <p>{t("security.text")}</p>
        </Section>
      </>
    ),
  });
});
