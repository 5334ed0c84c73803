/** `/staff/purposes/register`: the record of processing activities (GDPR Art. 30), for the screen and for paper. */
import { Hono } from "hono";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import { purposesTexts } from "../../../texts/purposes.ts";
import { say } from "../../../texts/say.ts";
import type { StaffEnv } from "../../env.ts";
import { nameOf } from "../../page.tsx";
import { deskPage } from "../layout.tsx";
import { DataTable, Facts, Section } from "../parts.tsx";
import { SheetFacts } from "./sheet-facts.tsx";

export const registerPage = new Hono<StaffEnv>().get("/purposes/register", async (c) => {
  const { lang, deps, institution } = c.var;
  const t = say(purposesTexts, lang);
  const purposes = (await readPurposes(deps.db)).filter((p) => p.state === "active");
  const officer = institution.dataProtectionOfficer;
  const countries = new Intl.DisplayNames(lang, { type: "region" });
  return deskPage(c, {
    title: t("register.title"),
    current: "purposes",
    back: { href: "/staff/purposes", label: t("back") },
    lede: t("register.lede"),
    children: (
      <>
        <p class="small quiet no-print">{t("register.print")}</p>
        <Section title={t("register.controller")}>
          <Facts
            items={[
              { term: t("register.name"), value: `${nameOf(institution, lang)}, ${institution.registrationNumber}` },
              {
                term: t("register.contact"),
                value: [institution.legalAddress, institution.phone, institution.email].join(", "),
              },
              officer.email !== "" && {
                term: t("register.officer"),
                value: [officer.name, officer.email, officer.phone].filter((v) => v !== "").join(", "),
              },
            ]}
          />
        </Section>
        <Section title={t("register.processors")}>
          <DataTable
            label={t("register.processors")}
            width="wide"
            columns={[
              { head: t("register.name") },
              { head: t("register.role") },
              { head: t("register.country") },
              { head: t("register.contract") },
              { head: t("register.logs"), num: true },
              { head: t("register.safeguard") },
            ]}
            rows={institution.processors.map((p) => ({
              cells: [
                p.name,
                t(`role.${p.role}`),
                countries.of(p.country) ?? p.country,
                p.contract,
                String(p.logRetentionDays),
                p.transfer || t("no-value"),
              ],
            }))}
          />
        </Section>
        {purposes.map((purpose) => (
          <Section title={inLanguage(purpose.sheet.names, lang)}>
            <SheetFacts purpose={purpose} lang={lang} institution={institution} />
          </Section>
        ))}
        <Section title={t("register.security")}>
          <p>{t("register.security.text")}</p>
        </Section>
      </>
    ),
  });
});
