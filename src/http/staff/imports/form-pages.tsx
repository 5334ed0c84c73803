/** All imports, and the form that begins one. */

import { CLAIMED_BASES, ORIGINS } from "../../../domain/imports/rules/claim.ts";
import type { Import } from "../../../domain/imports/views.ts";
import type { List } from "../../../domain/lists/rules.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import {
  Actions,
  Button,
  DataTable,
  DeskForm,
  Empty,
  ErrorSummary,
  LinkButton,
  Radios,
  Select,
  Tag,
  type TagColor,
  TextField,
} from "../parts.tsx";
import { day, IMPORTS, importPath, listName, voice } from "./shared.tsx";

const COLOURS: Record<Import["state"], TagColor | undefined> = {
  checked: "warning",
  running: "info",
  done: undefined,
  dropped: "neutral",
};

/** The imports, newest first. */
export function importsPage(c: StaffContext, imports: readonly Import[], lists: readonly List[]): Promise<Response> {
  const t = voice(c);
  const begin = <LinkButton href={`${IMPORTS}/new`}>{t("new")}</LinkButton>;
  if (imports.length === 0)
    return deskPage(c, {
      title: t("title"),
      current: "imports",
      children: <Empty title={t("empty.title")} text={t("empty.text")} acts={begin} />,
    });
  const nameOf = (id: string) => {
    const list = lists.find((l) => l.id === id);
    return list ? listName(c, list) : "";
  };
  const state = (job: Import) => {
    const colour = COLOURS[job.state];
    return colour ? <Tag color={colour}>{t(`state.${job.state}`)}</Tag> : t(`state.${job.state}`);
  };
  return deskPage(c, {
    title: t("title"),
    current: "imports",
    lede: t("lede"),
    acts: begin,
    children: (
      <DataTable
        label={t("title")}
        width="stack"
        columns={[
          { head: t("col.file") },
          { head: t("col.added"), num: true },
          { head: t("col.list") },
          { head: t("col.state") },
          { head: t("col.when") },
        ]}
        rows={imports.map((job) => ({
          cells: [
            <a href={importPath(job.id)}>{job.fileName}</a>,
            showNumber(job.findings.written.added, c.var.lang),
            nameOf(job.listId),
            state(job),
            day(c, job.createdAt),
          ],
        }))}
      />
    ),
  });
}

/** File, list and claim. The file has to be chosen anew when the form comes back: browsers do not let pages refill it. */
export function newImportPage(
  c: StaffContext,
  lists: readonly List[],
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
  const open = lists.filter((list) => list.state === "active");
  const options = open.map((list) => ({ value: list.id, label: listName(c, list) }));
  return deskPage(c, {
    title: t("form.title"),
    current: "imports",
    back: { href: IMPORTS, label: t("title") },
    lede: t("form.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children: (
      <>
        <ErrorSummary problems={problems} labels={labels} title={t("form.problems")} />
        <DeskForm action={IMPORTS} upload>
          <TextField
            {...field("file")}
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            label={t("form.file")}
            hint={t("form.file.hint")}
          />
          <Select
            {...field("list")}
            label={t("form.list")}
            options={[{ value: "", label: t("form.list.none") }, ...options]}
          />
          <TextField {...field("source")} label={t("form.source")} hint={t("form.source.hint")} maxlength={300} />
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
          <TextField {...field("proof")} optional label={t("form.proof")} hint={t("form.proof.hint")} maxlength={300} />
          <Actions>
            <Button>{t("form.act")}</Button>
          </Actions>
        </DeskForm>
      </>
    ),
  });
}
