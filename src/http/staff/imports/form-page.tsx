/** The form that begins an import. The file stands last, so that the server knows what it is for when it comes. */
import { CLAIMED_BASES, ORIGINS } from "../../../domain/imports/rules/claim.ts";
import type { Import } from "../../../domain/imports/views.ts";
import type { List } from "../../../domain/lists/rules.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Alert, Button, DeskForm, ErrorSummary, Radios, Select, TextField, Uploading } from "../parts.tsx";
import { IMPORTS, listName, voice } from "./shared.tsx";

export interface FormSettings {
  kind: Import["kind"];
  lists: readonly List[];
  /** Lists that an opt-out file was brought for. */
  broughtFor: ReadonlySet<string>;
  /** Largest file, MB. */
  mb: number;
}

/** List, claim and file. The file has to be chosen anew when the form comes back: browsers do not let pages refill it. */
export function newImportPage(
  c: StaffContext,
  { kind, lists, broughtFor, mb }: FormSettings,
  values: Record<string, string>,
  problems?: Problem[],
): Promise<Response> {
  const t = voice(c);
  const field = (name: string) => ({ name, value: values[name], problem: problemFor(problems, name) });
  const labels = {
    source: t("form.source"),
    since: t("form.since"),
    basis: t("form.basis"),
    origin: t("form.origin"),
    proof: t("form.proof"),
  };
  const open = lists.filter((list) => list.state === "active" && (kind !== "sync" || list.kind === "staff"));
  const options = open.map((list) => ({ value: list.id, label: listName(c, list) }));
  const chosen = lists.find((list) => list.id === values.list);
  const other = (to: Import["kind"]) => `${IMPORTS}/new?kind=${to}${chosen ? `&list=${chosen.id}` : ""}`;
  return deskPage(c, {
    title: t(`form.title.${kind}`),
    current: "imports",
    back: { href: IMPORTS, label: t("title") },
    lede: t(`form.lede.${kind}`),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={labels} title={t("form.problems")} />
        {kind === "people" && !(chosen && broughtFor.has(chosen.id)) && (
          <Alert color="info" title={t("form.first")}>
            <p>{t("form.first.text")}</p>
            <p>
              <a href={other("opt-outs")}>{t("form.first.link")}</a>
            </p>
          </Alert>
        )}
        <div class="above-5">
          <DeskForm action={IMPORTS} upload>
            <input type="hidden" name="kind" value={kind} />
            <Select
              {...field("list")}
              label={t(`form.list.${kind}`)}
              options={[{ value: "", label: t("form.list.none") }, ...options]}
            />
            <TextField
              {...field("source")}
              label={t("form.source")}
              hint={t(`form.source.hint.${kind}`)}
              maxlength={300}
            />
            {kind !== "opt-outs" && (
              <>
                <TextField {...field("since")} type="date" label={t("form.since")} hint={t("form.since.hint")} />
                <Radios
                  {...field("basis")}
                  legend={t("form.basis")}
                  options={CLAIMED_BASES.map((basis) => ({
                    value: basis,
                    label: t(`basis.${basis}`),
                    hint: t(`basis.${basis}.hint`),
                  }))}
                />
                <Radios
                  {...field("origin")}
                  legend={t("form.origin")}
                  hint={t("form.origin.hint")}
                  options={ORIGINS.map((origin) => ({ value: origin, label: t(`origin.${origin}`) }))}
                />
                <TextField
                  {...field("proof")}
                  optional
                  label={t("form.proof")}
                  hint={t("form.proof.hint")}
                  maxlength={300}
                />
              </>
            )}
            <TextField
              {...field("file")}
              type="file"
              accept=".csv,.txt,.tsv,text/csv,text/plain"
              label={t("form.file")}
              hint={t("form.file.hint", { mb: showNumber(mb, c.var.lang) })}
            />
            <Uploading />
            <Actions>
              <Button>{t("form.act")}</Button>
            </Actions>
          </DeskForm>
        </div>
        {kind === "people" && lists.some((list) => list.kind === "staff" && list.state === "active") && (
          <p class="above-4">
            <a href={other("sync")}>{t("form.sync.link")}</a>
          </p>
        )}
      </>
    ),
  });
}
