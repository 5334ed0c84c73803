/** All imports, newest first. */
import type { Import } from "../../../domain/imports/views.ts";
import type { List } from "../../../domain/lists/rules.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { DataTable, Empty, LinkButton, Tag, type TagColor } from "../parts.tsx";
import { day, IMPORTS, importPath, listName, voice } from "./shared.tsx";

const COLOURS: Record<Import["state"], TagColor | undefined> = {
  uploading: "info",
  checking: "info",
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
            showNumber(job.kind === "opt-outs" ? job.findings.written.stopped : job.findings.written.added, c.var.lang),
            nameOf(job.listId),
            state(job),
            day(c, job.createdAt),
          ],
        }))}
      />
    ),
  });
}
