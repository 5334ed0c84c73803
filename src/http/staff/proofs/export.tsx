/** Bundles leave the house: of one person by a press on his page. The bytes are the answer to the POST; nothing is kept on the way. */
import { dayOf } from "../../../domain/consent/rules/days.ts";
import { exportPerson, type PersonExport } from "../../../domain/proofs/export-person.ts";
import { isRefusal } from "../../../refusal.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { type Problem, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { ErrorSummary } from "../parts.tsx";
import { ExportForm } from "./export-form.tsx";
import { PROOFS, voice } from "./shared.tsx";

/** `POST /staff/proofs/export/person`. */
export async function exportOfPerson(c: StaffContext): Promise<Response> {
  const form = await readForm(c);
  const why = { ground: form.text("ground"), reason: form.values.reason ?? "" };
  const openingId = form.text("opening");
  const of: PersonExport = openingId
    ? { ...why, openingId, address: form.values.address ?? "" }
    : { ...why, personId: form.text("person") };
  const result = await exportPerson(c.var.deps, c.var.actor, of);
  if (!isRefusal(result)) return download(c, result, zipName(c));
  if (!result.fields || statusOf(result) !== 422) return refusedPage(c, result, "desk");
  return againPage(c, of, form.values, problemsOf(result, c.var.lang));
}

/** The form alone: the page of the person would be another look. */
function againPage(
  c: StaffContext,
  of: PersonExport,
  values: Record<string, string>,
  problems: Problem[],
): Promise<Response> {
  const t = voice(c);
  return deskPage(c, {
    title: t("export.title"),
    current: "proofs",
    back: { href: PROOFS, label: t("back") },
    status: 422,
    error: true,
    children: (
      <>
        <ErrorSummary
          problems={problems}
          labels={{ address: t("address"), ground: t("ground"), reason: t("reason") }}
          title={t("export.problem")}
        />
        <ExportForm c={c} of={of} values={values} problems={problems} />
      </>
    ),
  });
}

/** `pieradijumi-2026-11-22.consent-proof.zip`: nothing of a person. */
export const zipName = (c: StaffContext, part?: { n: number; of: number }) =>
  `pieradijumi-${dayOf(c.var.deps.clock.now(), c.var.institution.timeZone)}${part && part.of > 1 ? `-${part.n}-${part.of}` : ""}.consent-proof.zip`;

/** The answer that a browser saves. */
export function download(c: StaffContext, bytes: Uint8Array | ReadableStream<Uint8Array>, name: string): Response {
  c.header("Content-Type", "application/zip");
  c.header("Content-Disposition", `attachment; filename="${name}"`);
  return c.body(bytes instanceof Uint8Array ? bytes.slice().buffer : bytes);
}
