/**
 * The proofs of one person on one page: the time line of each purpose, the texts that were shown, the checks, what is left and
 * until when, who has read it. Always the answer to a POST, because the look is on record; never with the address on it.
 */
import type { ProofFile } from "../../../domain/proofs/acts/file.ts";
import { readReaders } from "../../../domain/proofs/views/openings.ts";
import type { StaffContext } from "../../env.ts";
import { deskPage } from "../layout.tsx";
import { ChainSection, ImportSection } from "./chain.tsx";
import { ExportForm } from "./export-form.tsx";
import { Readers, Remains } from "./remains.tsx";
import { coded, moment, namesOf, openingPath, PROOFS, voice } from "./shared.tsx";
import { AllChecks } from "./steps.tsx";

export interface FileProps extends ProofFile {
  /** Somebody who is held. */
  personId?: string;
  /** The opening by which a sealed proof is read; `again`: without the address, since then (ms). */
  opening?: { id: string; again?: number };
}

export async function filePage(c: StaffContext, p: FileProps): Promise<Response> {
  const t = voice(c);
  const { chains, imports, personId, opening } = p;
  const held = personId !== undefined;
  // A bundle of many that his record may be in names its campaign or its purpose.
  const many = chains.flatMap(({ purpose, events }) => [
    purpose.id,
    ...events.flatMap(({ mailing }) => mailing?.id ?? []),
  ]);
  const subjects = [...chains.map((chain) => chain.recordId), ...(held ? [personId] : []), ...new Set(many)];
  const lines = await readReaders(c.var.deps.db, subjects);
  const staff = chains.flatMap((chain) => chain.events.flatMap(({ said }) => said.by ?? []));
  const names = await namesOf(c, [...lines.map(({ actor }) => actor), ...staff]);
  const told = { c, names };
  const of = (purposeId: string) => imports.filter(({ list }) => list.purposeId === purposeId);
  const alone = imports.filter(({ list }) => !chains.some(({ purpose }) => purpose.id === list.purposeId));
  const all = [...chains.flatMap(({ events }) => events), ...imports];
  const [only] = chains;
  return deskPage(c, {
    title: t("file.title"),
    current: "proofs",
    back: opening ? { href: openingPath(opening.id), label: t("opening.title") } : { href: PROOFS, label: t("back") },
    ...(only && chains.length === 1 && { tag: { text: coded(t, "state", only.state, "state.requested") } }),
    lede: held
      ? t("file.held")
      : opening?.again
        ? t("file.again", { when: moment(c, opening.again, "loc") })
        : t("file.opened"),
    aside: all.length > 0 && (
      <AllChecks c={c} events={all} pressed={chains.length > 0} again={opening?.again !== undefined} />
    ),
    children: (
      <>
        {all.length === 0 && <p>{t("file.empty")}</p>}
        {chains.map((chain) => (
          <ChainSection {...told} chain={chain} imports={of(chain.purpose.id)} alone={chains.length === 1} />
        ))}
        {alone.length > 0 && <ImportSection {...told} imports={alone} />}
        {all.length > 0 && <Remains c={c} chains={chains} held={held} />}
        <Readers {...told} lines={lines} />
        {chains.length > 0 && opening && <ExportForm c={c} of={{ openingId: opening.id }} />}
        {all.length > 0 && held && <ExportForm c={c} of={{ personId }} />}
        {held && (
          <p class="above-5 no-print">
            {t("open.earlier")} <a href={`${PROOFS}/open`}>{t("open.earlier.act")}</a>
          </p>
        )}
      </>
    ),
  });
}
