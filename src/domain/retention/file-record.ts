/**
 * Records of the institution: a campaign with its report belongs to a file of the file index, and is destroyed only when a
 * disposal act names it. Before that no rule touches it, however old it is.
 */
import type { Deps } from "../../deps.ts";
import { type FieldProblem, type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { isDay } from "../consent/rules/days.ts";
import { readLogOrigin } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import { type Actor, actorLabel, may, viaOf } from "../staff/rules.ts";
import { tidy } from "./rules/input.ts";
import { fileWrite } from "./store/records.ts";
import { readRecord } from "./views/records.ts";

export interface RecordInput {
  /** Id of the campaign. */
  id: string;
  /** Code of the file index, for example `1-12`. */
  code: string;
  /** Number of the disposal act, and the day from which it may be carried out; both empty while there is none. */
  disposal: string;
  disposalDay: string;
}

export async function fileRecord(deps: Deps, actor: Actor, input: RecordInput): Promise<{ id: string } | Refusal> {
  const no = may(actor, "retention.decide");
  if (no) return no;
  const record = await readRecord(deps.db, input.id);
  if (!record) return refuse("retention.record_unknown");
  const code = tidy(input.code);
  const disposal = tidy(input.disposal);
  const disposalDay = disposal === "" ? "" : input.disposalDay;
  const problems: FieldProblem[] = [];
  if (code === "" || code.length > 40) problems.push({ field: "code", code: "retention.file_code" });
  if (disposal.length > 200) problems.push({ field: "disposal", code: "form.too_long", values: { max: 200 } });
  if (disposal !== "" && !isDay(disposalDay)) problems.push({ field: "disposalDay", code: "retention.disposal_day" });
  if (disposal !== "" && !record.over) problems.push({ field: "disposal", code: "retention.not_over" });
  if (problems.length > 0) return refuseForm(problems);
  const at = deps.clock.now();
  const by = actorLabel(actor);
  const facts = {
    mailing: input.id,
    code,
    ...(disposal !== "" && { disposal, day: disposalDay }),
    by,
    ...viaOf(actor),
  };
  const log = await readLogOrigin(deps.db);
  const file = { subject: input.id, code, disposal: disposal || null, disposalDay: disposalDay || null, by, at };
  const done = await commit(deps, {
    change: [fileWrite(file)],
    proof: [actEvidence(deps, { log, at, typ: "record.filed", facts })],
  });
  return done === "done" ? { id: input.id } : refuse("form.stale");
}
