/** The one decision of a dry run; a sync that takes away many asks for their number. */
import { needsNumber } from "../../../domain/imports/rules/findings.ts";
import type { StaffContext } from "../../env.ts";
import { type Problem, problemFor } from "../../forms.ts";
import { Actions, Button, Decide, LinkButton, TextField } from "../parts.tsx";
import { IMPORTS, importPath, type Shown, voice } from "./shared.tsx";

export function Decision({
  c,
  shown: { job },
  problems,
}: {
  c: StaffContext;
  shown: Shown;
  problems?: Problem[] | undefined;
}) {
  const t = voice(c);
  const { add, unproven, stopped, missing } = job.findings;
  const gone = missing?.people ?? 0;
  const as =
    add > 0
      ? unproven === add
        ? "unproven"
        : unproven > 0
          ? "mixed"
          : "active"
      : stopped > 0
        ? "stop"
        : gone > 0
          ? "remove"
          : "nobody";
  const n = as === "stop" ? stopped : as === "remove" ? gone : add;
  return (
    <Decide title={as === "nobody" ? t("decide.nobody") : t(`decide.${as}`, { n })}>
      <p>{as === "nobody" ? t("decide.nobody.text") : t(`decide.${as}.text`)}</p>
      {as !== "stop" && stopped > 0 && <p>{t("decide.also.stop", { n: stopped })}</p>}
      {as !== "remove" && gone > 0 && <p>{t("decide.also.remove", { n: gone })}</p>}
      {as !== "nobody" && job.findings.refused > 0 && <p>{t("decide.refused")}</p>}
      <form method="post" action={`${importPath(job.id)}/run`}>
        {needsNumber(missing) && (
          <TextField
            name="missing"
            label={t("decide.missing")}
            hint={t("decide.missing.hint", { n: gone })}
            problem={problemFor(problems, "missing")}
          />
        )}
        <Actions>
          {as !== "nobody" && <Button>{t(`decide.${as}.act`, { n })}</Button>}
          <LinkButton href={`${IMPORTS}/new?kind=${job.kind}&list=${job.listId}`} variant="secondary">
            {t("decide.other")}
          </LinkButton>
          <Button variant="tertiary" formaction={`${importPath(job.id)}/drop`}>
            {t("decide.drop")}
          </Button>
        </Actions>
      </form>
    </Decide>
  );
}
