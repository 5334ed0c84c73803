/** One's own account: second factor, recovery codes, sign-ins, and what was handed over. */
import { needsSecondFactor } from "../../../domain/staff/rules/second-factor.ts";
import type { Handed } from "../../../domain/staff/views/handed.ts";
import type { SignInRow } from "../../../platform/auth/index.ts";
import { say } from "../../../texts/say.ts";
import { secondFactorTexts } from "../../../texts/second-factor.ts";
import { staffTexts } from "../../../texts/staff.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Alert, Button, DeskForm, ErrorSummary, Facts, LinkButton, Section } from "../parts.tsx";
import { CodeField } from "../sign-in/second-pages.tsx";
import { HandedToMe } from "./handed.tsx";
import { SignIns } from "./sign-ins.tsx";

export const ACCOUNT = "/staff/account";

export interface AccountPage {
  enabled: boolean;
  codesLeft: number;
  signIns: readonly SignInRow[];
  handed: readonly Handed[];
  /** Member → name. */
  names: ReadonlyMap<string, string>;
  /** Came in by a recovery code. */
  recovered: boolean;
  email: string;
  language: string;
  problems?: Problem[] | undefined;
}

export function accountPage(c: StaffContext, p: AccountPage): Promise<Response> {
  const t = say(secondFactorTexts, c.var.lang);
  const staff = say(staffTexts, c.var.lang);
  const { role } = c.var.actor;
  return deskPage(c, {
    title: t("own.title"),
    current: "none",
    lede: c.var.staffName,
    status: p.problems ? 422 : 200,
    error: p.problems !== undefined,
    aside: (
      <Facts
        inline={false}
        items={[
          { term: t("own.role"), value: staff(`role.${role}`) },
          { term: t("own.email"), value: p.email },
          { term: t("own.language"), value: p.language === "en" ? staff("language.en") : staff("language.lv") },
        ]}
      />
    ),
    children: (
      <>
        <ErrorSummary problems={p.problems} title={t("own.failed")} />
        {p.recovered && (
          <Alert color="warning">
            <p>
              {t("own.recovered")} {t("own.left", { n: p.codesLeft })}
            </p>
          </Alert>
        )}
        <Section title={t("own.second")} id="second">
          <p>
            {p.enabled ? t("own.on") : t("own.off")} {needsSecondFactor(role) && t("own.must")}
          </p>
          {p.enabled ? (
            <>
              <h3 class="above-4">{t("own.renew")}</h3>
              <p>{`${t("own.left", { n: p.codesLeft })} ${t("own.renew.lede")}`}</p>
              <DeskForm action={`${ACCOUNT}/codes`}>
                <CodeField
                  lang={c.var.lang}
                  name="codes"
                  label={t("show.label")}
                  problem={problemFor(p.problems, "codes")}
                />
                <Actions>
                  <Button variant="secondary">{t("own.renew.act")}</Button>
                </Actions>
              </DeskForm>
              <h3 class="above-6">{t("own.take-off")}</h3>
              <p>{t("own.take-off.lede")}</p>
              <DeskForm action={`${ACCOUNT}/second/off`}>
                <CodeField
                  lang={c.var.lang}
                  name="off"
                  label={t("show.label")}
                  problem={problemFor(p.problems, "off")}
                />
                <Actions>
                  <Button variant="secondary">{t("own.take-off.act")}</Button>
                </Actions>
              </DeskForm>
            </>
          ) : (
            <Actions>
              <LinkButton href={`/staff/sign-in/enrol?to=${encodeURIComponent(ACCOUNT)}`}>{t("own.set")}</LinkButton>
            </Actions>
          )}
        </Section>
        {p.handed.length > 0 && <HandedToMe c={c} handed={p.handed} names={p.names} />}
        <Section title={t("own.sign-ins")} lede={t("own.sign-ins.lede")}>
          <SignIns c={c} rows={p.signIns} />
        </Section>
      </>
    ),
  });
}
