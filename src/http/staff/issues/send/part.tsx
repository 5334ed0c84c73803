/** The part of the list that an issue goes to: its form, and how it is read. */
import type { Segment } from "../../../../domain/issues/rules/segment.ts";
import type { Issue } from "../../../../domain/issues/views.ts";
import type { List } from "../../../../domain/lists/rules.ts";
import { inLanguage } from "../../../../domain/purposes/rules.ts";
import type { StaffContext } from "../../../env.ts";
import { type Form, type Problem, problemFor } from "../../../forms.ts";
import { Actions, Button, Checkbox, DeskForm, Details, Fieldset, TextField } from "../../parts.tsx";
import { can, issuePath } from "../frame.tsx";
import { sendingVoice } from "./shared.tsx";

interface PartProps {
  c: StaffContext;
  issue: Issue;
  lists: List[];
  /** As it was typed, where it came back. */
  typed?: Segment | undefined;
  problems?: Problem[] | undefined;
}

export function Part({ c, issue, lists, typed, problems }: PartProps) {
  const t = sendingVoice(c);
  if (!can(c, "campaign.write")) return null;
  const { lang, institution } = c.var;
  const chosen = typed ?? issue.draft.segment ?? {};
  const others = lists.filter((list) => list.purposeId === issue.purposeId && list.id !== issue.listId);
  const about = (field: string) => problemFor(problems, field);
  const boxes = (name: "segment.alsoOn" | "segment.notOn", ids: readonly string[] = []) =>
    others.map((list) => (
      <Checkbox name={name} value={list.id} label={inLanguage(list.names, lang)} checked={ids.includes(list.id)} />
    ));
  return (
    <Details summary={t("part.title")} open={problems !== undefined}>
      <DeskForm action={issuePath(issue.id, "send/part")}>
        <p>{t("part.lede")}</p>
        <input type="hidden" name="version" value={issue.version} />
        {institution.languages.length > 1 && (
          <Fieldset
            legend={t("part.languages")}
            hint={t("part.languages.hint")}
            name="segment.languages"
            problem={about("segment.languages")}
          >
            {institution.languages.map((one) => (
              <Checkbox
                name="segment.languages"
                value={one}
                label={t(`part.${one}`)}
                checked={chosen.languages?.includes(one) === true}
              />
            ))}
          </Fieldset>
        )}
        <TextField
          name="segment.joinedFrom"
          type="date"
          optional
          label={t("part.from")}
          hint={t("part.day.hint")}
          value={chosen.joinedFrom}
          problem={about("segment.joinedFrom")}
        />
        <TextField
          name="segment.joinedTo"
          type="date"
          optional
          label={t("part.to")}
          hint={t("part.day.hint")}
          value={chosen.joinedTo}
          problem={about("segment.joinedTo")}
        />
        {others.length > 0 && (
          <>
            <Fieldset
              legend={t("part.also")}
              hint={t("part.also.hint")}
              name="segment.alsoOn"
              problem={about("segment.alsoOn")}
            >
              {boxes("segment.alsoOn", chosen.alsoOn)}
            </Fieldset>
            <Fieldset legend={t("part.not")} name="segment.notOn" problem={about("segment.notOn")}>
              {boxes("segment.notOn", chosen.notOn)}
            </Fieldset>
          </>
        )}
        {institution.secondPerson && <p class="small quiet">{t("part.voids")}</p>}
        <Actions>
          <Button variant="secondary">{t("part.act")}</Button>
          {issue.draft.segment && (
            <Button variant="tertiary" name="clear" value="yes">
              {t("part.clear")}
            </Button>
          )}
        </Actions>
      </DeskForm>
    </Details>
  );
}

/** What was chosen, as typed; undefined where the whole list is wanted. */
export function partTyped(typed: Form): Segment | undefined {
  if (typed.text("clear") === "yes") return undefined;
  return {
    languages: typed.all("segment.languages") as NonNullable<Segment["languages"]>,
    joinedFrom: typed.text("segment.joinedFrom"),
    joinedTo: typed.text("segment.joinedTo"),
    alsoOn: typed.all("segment.alsoOn"),
    notOn: typed.all("segment.notOn"),
  };
}
