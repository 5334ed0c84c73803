/** The access log as an activity of its own (GDPR Art. 30): on its page and in the register of processing. */
import type { StaffContext } from "../../env.ts";
import { Facts } from "../parts.tsx";
import { keptFor, voice } from "./shared.tsx";

export async function AboutLog({ c }: { c: StaffContext }) {
  const t = voice(c);
  const kept = await keptFor(c);
  return (
    <Facts
      items={[
        { term: t("about.for"), value: t("about.for.text") },
        { term: t("about.basis"), value: t("about.basis.text") },
        { term: t("about.whose"), value: t("about.whose.text") },
        { term: t("about.kept"), value: t("about.kept.text", { period: kept }) },
        { term: t("about.sees"), value: t("about.sees.text") },
        { term: t("about.not"), value: t("about.not.text") },
        { term: t("about.proof"), value: t("about.proof.text") },
      ]}
    />
  );
}
