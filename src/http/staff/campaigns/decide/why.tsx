/** The reasons behind a decision, with how many people each is about. */
import { showNumber } from "../../../../texts/dates.ts";
import type { StaffContext } from "../../../env.ts";
import { DataTable, Section } from "../../parts.tsx";
import { outcomeVoice } from "../frame.tsx";
import { reasonKey } from "../one/reasons.tsx";

interface WhyProps {
  c: StaffContext;
  title: string;
  state: "failed" | "unknown";
  reasons: readonly { reason: string; n: number }[];
  /** All of them together. */
  n: number;
}

export function Why({ c, title, state, reasons, n }: WhyProps) {
  const t = outcomeVoice(c);
  const { lang } = c.var;
  return (
    <Section title={title}>
      <DataTable
        label={title}
        width="narrow"
        columns={[{ head: t("why.reason") }, { head: t("why.people"), num: true }]}
        rows={reasons.map((one) => ({ cells: [t(reasonKey(state, one.reason)), showNumber(one.n, lang)] }))}
        foot={[t("why.total"), showNumber(n, lang)]}
      />
    </Section>
  );
}
