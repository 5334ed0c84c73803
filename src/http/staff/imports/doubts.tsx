/** What has to be known of the file before the decision: columns that speak of leaving, and what such an export leaves out. */
import type { StaffContext } from "../../env.ts";
import { Alert } from "../parts.tsx";
import { columnName, IMPORTS, type Shown, voice } from "./shared.tsx";

export function Doubts({ c, shown: { job, list } }: { c: StaffContext; shown: Shown }) {
  const t = voice(c);
  const { unread, notes } = job.findings;
  return (
    <>
      {unread.length > 0 && (
        <Alert color="warning" title={t("warn.unread")}>
          {unread.map(({ column, rows }) => (
            <p>{t("warn.unread.column", { column: columnName(c, job, column), n: rows })}</p>
          ))}
          <p>{t("warn.unread.text")}</p>
        </Alert>
      )}
      {notes.map((note) => (
        <Alert color="warning" title={t(`note.${note}`)}>
          <p>{t(`note.${note}.text`)}</p>
          {note === "listmonk" && (
            <p>
              <a href={`${IMPORTS}/new?kind=opt-outs&list=${list.id}`}>{t("form.first.link")}</a>
            </p>
          )}
        </Alert>
      ))}
    </>
  );
}
