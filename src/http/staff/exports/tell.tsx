/** Telling the recipient of a file that people in it have gone (GDPR Art. 19): the numbers of their rows, a text, the outcome. */
import { type Export, numbersText, TOLD } from "../../../domain/exports/rules.ts";
import { showNumber } from "../../../texts/dates.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { Actions, Button, DataTable, DeskForm, ErrorSummary, Paper, Radios, Section, TextArea } from "../parts.tsx";
import { fileName } from "./file.ts";
import { day, exportPath, moment, recipientOf, voice } from "./shared.ts";

export function TellSection(p: {
  c: StaffContext;
  one: Export;
  numbers: readonly number[];
  /** The moment up to which these are all. */
  upTo: number;
  values: Record<string, string>;
  problems?: Problem[] | undefined;
}) {
  const { c, one, numbers, upTo, values, problems } = p;
  const t = voice(c);
  const handedOut = one.handedOutAt ?? one.askedAt;
  const letter = { recipient: recipientOf(c, one), date: day(c, handedOut, "loc") };
  return (
    <Section
      title={t("tell.title")}
      id="tell"
      lede={one.kind === "person" ? t("tell.lede.person") : t("tell.lede", { n: numbers.length })}
    >
      <ErrorSummary
        problems={problems}
        labels={{ outcome: t("tell.outcome"), reason: t("tell.reason") }}
        title={t("tell.problem")}
      />
      <h3>{t("tell.letter")}</h3>
      <Paper>
        <p>
          {one.kind === "person"
            ? t("tell.letter.person", letter)
            : t("tell.letter.text", {
                ...letter,
                file: fileName(c, handedOut),
                numbers: numbersText(numbers),
              })}
        </p>
      </Paper>
      <div class="above-5">
        <DeskForm action={`${exportPath(one.id)}/told`}>
          <input type="hidden" name="upTo" value={String(upTo)} />
          <input type="hidden" name="n" value={String(numbers.length)} />
          <Radios
            name="outcome"
            legend={t("tell.outcome")}
            value={values.outcome}
            problem={problemFor(problems, "outcome")}
            options={TOLD.map((one) => ({ value: one, label: t(`tell.${one}`) }))}
          />
          <TextArea
            name="reason"
            label={t("tell.reason")}
            hint={t("tell.reason.hint")}
            rows={2}
            optional
            value={values.reason}
            problem={problemFor(problems, "reason")}
          />
          <Actions>
            <Button>{t("tell.act")}</Button>
          </Actions>
        </DeskForm>
      </div>
    </Section>
  );
}

/** What became of it before. */
export function ToldSection(p: {
  c: StaffContext;
  told: readonly { outcome: "done" | "impossible"; at: number; n: number }[];
}) {
  const t = voice(p.c);
  return (
    <Section title={t("told.title")}>
      <DataTable
        label={t("told.title")}
        width="narrow"
        columns={[{ head: t("told.when") }, { head: t("told.n"), num: true }, { head: t("told.outcome") }]}
        rows={p.told.map(({ outcome, at, n }) => ({
          cells: [moment(p.c, at), showNumber(n, p.c.var.lang), t(`told.${outcome}`)],
        }))}
      />
    </Section>
  );
}
