/** `/staff/settings/keeping`: why proofs and suppression marks are kept, on what basis, and who reviews them. */
import { keepWhy } from "../../../domain/institution/keep-why.ts";
import { GROUNDS, KEPT, type Keeping, type Kept, type KeptSheet } from "../../../domain/institution/rules/keeping.ts";
import type { Institution, Lang } from "../../../domain/institution/rules.ts";
import { readInstitutionRow } from "../../../domain/institution/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { readReviewers } from "../../../domain/staff/views.ts";
import { isRefusal, type Refusal, refuse } from "../../../refusal.ts";
import { keepingTexts } from "../../../texts/keeping.ts";
import { type Say, say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { type Form, problemFor, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, Done, ErrorSummary, Radios, Section, Select, TextArea } from "../parts.tsx";

export const KEEPING = "/staff/settings/keeping";
type Key = keyof (typeof keepingTexts)["lv"];

export async function saveKeeping(c: StaffContext): Promise<Response> {
  const form = await readForm(c);
  const version = Number(form.text("version")) || 0;
  const done = await keepWhy(c.var.deps, c.var.actor, { keeping: keepingOf(form), version });
  if (!isRefusal(done)) return c.redirect(`${KEEPING}?saved`, 303);
  if (done.code === "staff.forbidden") return refusedPage(c, done, "desk");
  return keepingPage(c, { refusal: done, keeping: keepingOf(form), version });
}

function keepingOf(form: Form): Keeping {
  const both = (name: string) => ({ lv: form.text(`${name}.lv`), en: form.text(`${name}.en`) });
  const sheet = (kept: Kept): KeptSheet => ({
    purpose: both(`${kept}.purpose`),
    basis: form.text(`${kept}.basis`) as KeptSheet["basis"],
    ground: both(`${kept}.ground`),
    reviewer: form.text(`${kept}.reviewer`),
  });
  return { proof: sheet("proof"), tag: sheet("tag") };
}

/** To begin with: what is likely, to be corrected by whoever knows. */
function firstKeeping(): Keeping {
  const of = (kept: Kept, what: "purpose" | "ground") => {
    const key = `default.${kept}.${what}` as Key;
    return { lv: keepingTexts.lv[key], en: keepingTexts.en[key] };
  };
  const sheet = (kept: Kept): KeptSheet => ({
    purpose: of(kept, "purpose"),
    basis: kept === "proof" ? "claims" : "norm",
    ground: of(kept, "ground"),
    reviewer: "",
  });
  return { proof: sheet("proof"), tag: sheet("tag") };
}

export async function keepingPage(
  c: StaffContext,
  { keeping, version, refusal }: { keeping?: Keeping; version?: number; refusal?: Refusal } = {},
): Promise<Response> {
  const { lang, deps, actor } = c.var;
  const t = say(keepingTexts, lang);
  const no = may(actor, "purpose.change");
  const [row, reviewers] = await Promise.all([readInstitutionRow(deps.db), readReviewers(deps)]);
  if (no || !row) return refusedPage(c, no ?? refuse("institution.missing"), "desk");
  const { profile } = row;
  const shown = keeping ?? profile.keeping ?? firstKeeping();
  const problems = refusal && problemsOf(refusal, lang);
  const named = problems?.map(({ field, text }) => {
    const [, kept, part, of] = /^(proof|tag)\.(\w+)(?:\.(lv|en))?$/.exec(field) ?? [];
    if (!kept || !part) return { field, text };
    const label = [t(part as Key), of && t(`in.${of as Lang}`)].filter(Boolean).join(" ");
    return { field, text: `${t("named", { title: t(`${kept as Kept}.title`), label })}: ${text}` };
  });
  const options = reviewers.map((m) => ({ value: m.id, label: m.name }));
  return deskPage(c, {
    title: t("title"),
    current: may(actor, "institution.change") ? "suppression" : "settings",
    back: may(actor, "institution.change")
      ? { href: "/staff/suppression", label: t("tag.title") }
      : { href: "/staff/settings", label: t("back") },
    lede: t("lede"),
    status: refusal ? statusOf(refusal) : 200,
    error: refusal !== undefined,
    children: (
      <>
        <ErrorSummary problems={named} title={t("failed")} />
        {c.req.query("saved") !== undefined && (
          <Done>
            {t("saved")} <a href="/staff/notices/privacy">{t("notice")}</a>
          </Done>
        )}
        <DeskForm action={KEEPING}>
          <input type="hidden" name="version" value={String(version ?? row.version)} />
          {KEPT.map((kept) => {
            const of = (name: string) => ({
              name: `${kept}.${name}`,
              problem: problemFor(problems, `${kept}.${name}`),
            });
            const text = (name: "purpose" | "ground", of1: Lang) => (
              <TextArea
                {...of(`${name}.${of1}`)}
                label={`${t(name)} (${t(`in.${of1}`)})`}
                value={shown[kept][name][of1]}
                hint={name === "purpose" ? t("purpose.hint") : undefined}
                rows={3}
                lang={of1}
              />
            );
            return (
              <Section title={t(`${kept}.title`)} lede={`${periodOf(t, kept, profile)} ${t("period")}`}>
                {profile.languages.map((of1) => text("purpose", of1))}
                <Radios
                  {...of("basis")}
                  legend={t("basis")}
                  value={shown[kept].basis}
                  options={GROUNDS.map((value) => ({ value, label: t(`basis.${value}`) }))}
                />
                {profile.languages.map((of1) => text("ground", of1))}
                <Select
                  {...of("reviewer")}
                  label={t("reviewer")}
                  value={shown[kept].reviewer}
                  hint={options.length === 0 ? t("reviewer.none") : t("reviewer.hint")}
                  options={[{ value: "", label: t("choose") }, ...options]}
                />
              </Section>
            );
          })}
          <Actions>
            <Button>{t("save")}</Button>
            <a href={may(actor, "institution.change") ? "/staff/suppression" : "/staff/settings"}>{t("cancel")}</a>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}

const periodOf = (t: Say<Key>, kept: Kept, profile: Institution): string =>
  kept === "proof"
    ? t("proof.period", { n: profile.proofMonths })
    : t("tag.period", { n: profile.suppressionReviewMonths });

/** Beside the settings and on the page of suppression: whether it is decided, and the way there. */
export function KeepingNote({ c, profile }: { c: StaffContext; profile: Institution }) {
  const t = say(keepingTexts, c.var.lang);
  const decided = profile.keeping !== undefined;
  return (
    <section class="above-6">
      <h2 class="desk-h">{t("title")}</h2>
      <p>{t(decided ? "decided" : "unset")}</p>
      {!may(c.var.actor, "purpose.change") && (
        <p>
          <a href={KEEPING}>{t(decided ? "change" : "open")}</a>
        </p>
      )}
    </section>
  );
}
