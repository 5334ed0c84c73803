/** All imports, newest first. */
import { type Import, readImports } from "../../../domain/imports/views.ts";
import { readLists } from "../../../domain/lists/views.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { DataTable, Empty, LinkButton, Pager, Tag, type TagColor } from "../parts.tsx";
import { day, IMPORTS, importPath, listName, voice } from "./shared.tsx";

const COLOURS: Record<Import["state"], TagColor | undefined> = {
  uploading: "info",
  checking: "info",
  checked: "warning",
  running: "info",
  done: undefined,
  dropped: "neutral",
};

const ROWS = 50;

/** `before` is the key of the last row seen; anything else shows the newest. */
export async function importsPage(c: StaffContext): Promise<Response> {
  const t = voice(c);
  const { db } = c.var.deps;
  const before = /^\d{1,16}\/[\w-]{1,64}$/.exec(c.req.query("before") ?? "")?.[0];
  const [{ rows: imports, next }, lists] = await Promise.all([
    readImports(db, { ...(before && { before }), limit: ROWS }),
    readLists(db),
  ]);
  const begin = <LinkButton href={`${IMPORTS}/new`}>{t("new")}</LinkButton>;
  if (imports.length === 0 && !before)
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
      <>
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
              showNumber(
                job.kind === "opt-outs" ? job.findings.written.stopped : job.findings.written.added,
                c.var.lang,
              ),
              nameOf(job.listId),
              state(job),
              day(c, job.createdAt),
            ],
          }))}
        />
        <Pager
          prev={before ? { href: IMPORTS, label: t("list.newest") } : undefined}
          next={next ? { href: `${IMPORTS}?before=${encodeURIComponent(next)}`, label: t("list.older") } : undefined}
        />
      </>
    ),
  });
}
