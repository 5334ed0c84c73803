/** The form of a list: kind and purpose only while it is new. */
import { LIST_KINDS } from "../../../domain/lists/rules.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { listsTexts } from "../../../texts/lists.ts";
import { purposesTexts } from "../../../texts/purposes.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { named } from "../named.ts";
import { Actions, Button, DeskForm, ErrorSummary, Radios, Select, TextArea, TextField } from "../parts.tsx";

export interface FormShown {
  /** The list whose words are corrected; absent for a new one. */
  list?: { id: string; version: number };
  values: Record<string, string>;
  problems?: Problem[];
}

export async function formPage(c: StaffContext, { list, values, problems }: FormShown): Promise<Response> {
  const { lang, deps, institution, actor } = c.var;
  const t = say(listsTexts, lang);
  const basis = say(purposesTexts, lang);
  const no = may(actor, "list.change");
  if (no) return refusedPage(c, no, "desk");
  const purposes = (await readPurposes(deps.db)).filter((p) => p.state === "active");
  const up = list ? `/staff/lists/${list.id}` : "/staff/lists";
  const of = (name: string) => ({ name, value: values[name], problem: problemFor(problems, name) });
  const own = institution.ownDomains;
  const hint = { staff: own.length > 0 ? t("h.staff", { domains: own.join(", ") }) : t("h.staff.none") };
  const optional = (l: "lv" | "en") => !institution.languages.includes(l);
  return deskPage(c, {
    title: t(list ? "edit.title" : "new.title"),
    current: "lists",
    back: { href: up, label: t("back") },
    lede: t(list ? "edit.lede" : "lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary
          lang={lang}
          problems={named(
            problems,
            (field) => t(`f.${field}` as "f.kind"),
            (values) => t("problem.named", values),
          )}
          title={t("problems")}
        />
        <DeskForm action={up}>
          {list && <input type="hidden" name="version" value={String(list.version)} />}
          {(["lv", "en"] as const).map((l) => (
            <TextField
              {...of(`names.${l}`)}
              label={t(`f.names.${l}`)}
              hint={t("h.names")}
              lang={l}
              optional={optional(l)}
            />
          ))}
          {(["lv", "en"] as const).map((l) => (
            <TextArea
              {...of(`promise.${l}`)}
              label={t(`f.promise.${l}`)}
              hint={t("h.promise")}
              rows={2}
              lang={l}
              optional={optional(l)}
            />
          ))}
          {!list && (
            <>
              <Radios
                {...of("kind")}
                legend={t("f.kind")}
                options={LIST_KINDS.map((kind) => ({
                  value: kind,
                  label: t(`kind.${kind}`),
                  hint: kind === "staff" ? hint.staff : t(`h.${kind}`),
                }))}
              />
              <Select
                {...of("purposeId")}
                label={t("f.purposeId")}
                hint={t("h.purposeId")}
                options={[
                  { value: "", label: t("choose") },
                  ...purposes.map((p) => ({
                    value: p.id,
                    label: t("purpose.option", {
                      name: inLanguage(p.sheet.names, lang),
                      basis: p.basis ? basis(`basis.${p.basis}`) : "",
                    }),
                  })),
                ]}
              />
            </>
          )}
          <Actions>
            <Button>{t(list ? "edit.save" : "new.save")}</Button>
            <a href={up}>{t("cancel")}</a>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}
