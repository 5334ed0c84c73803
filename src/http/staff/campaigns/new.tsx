/** A new campaign: which list, which name. The draft begins with texts that can be sent once they are read and changed. */
import { createCampaign } from "../../../domain/campaigns/create.ts";
import { type CampaignDraft, type CampaignText, PILOT, SUBJECT_MAX } from "../../../domain/campaigns/rules.ts";
import { readToday } from "../../../domain/campaigns/views.ts";
import type { Lang } from "../../../domain/institution/rules.ts";
import type { List } from "../../../domain/lists/rules.ts";
import { readListCounts, readLists, readMove } from "../../../domain/lists/views.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { isRefusal } from "../../../refusal.ts";
import { campaignTexts } from "../../../texts/campaigns.ts";
import { noticeDraftTexts } from "../../../texts/notice-draft.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage, statusOf } from "../../failures.tsx";
import { type Problem, problemFor, problemsOf, readForm } from "../../forms.ts";
import { deskPage } from "../layout.tsx";
import { Actions, Button, DeskForm, Empty, ErrorSummary, LinkButton, Radios, TextField } from "../parts.tsx";
import { MAILINGS, pathOf, voice } from "./frame.tsx";
import { planVoice } from "./plan.tsx";

/** Lists that consent can be asked for, then service lists that can be told of a public task. */
async function campaignLists(c: StaffContext): Promise<(List & { mode: "ask" | "tell" })[]> {
  const [lists, purposes] = await Promise.all([readLists(c.var.deps.db), readPurposes(c.var.deps.db)]);
  const basis = new Map(purposes.filter((p) => p.state === "active").map((p) => [p.id, p.basis]));
  const of = (mode: "ask" | "tell", fits: (list: List) => boolean) =>
    lists.filter((list) => list.state === "active" && fits(list)).map((list) => ({ ...list, mode }));
  return [
    ...of("ask", (list) => basis.get(list.purposeId) === "a"),
    ...of("tell", (list) => list.kind === "service" && basis.get(list.purposeId) === "e"),
  ];
}

export async function newPage(c: StaffContext): Promise<Response> {
  const no = may(c.var.actor, "campaign.write");
  if (no) return refusedPage(c, no, "desk");
  const list = (await campaignLists(c)).find((l) => l.id === c.req.query("list"));
  const name = list && { list: inLanguage(list.names, c.var.lang) };
  const title = name
    ? list.mode === "tell"
      ? say(noticeDraftTexts, c.var.lang)("name", name)
      : voice(c)("new.name.of", name)
    : "";
  return form(c, { listId: list?.id ?? "", title });
}

/** Creates the draft with its first texts, and leads to them. */
export async function create(c: StaffContext): Promise<Response> {
  const typed = await readForm(c);
  const list = (await campaignLists(c)).find((l) => l.id === typed.text("listId"));
  const moved = list?.mode === "tell" ? await readMove(c.var.deps.db, list.slug) : undefined;
  const result = await createCampaign(c.var.deps, c.var.actor, {
    mode: list?.mode ?? "ask",
    listId: list?.id ?? typed.text("listId"),
    title: typed.text("title"),
    draft: {
      texts: list ? firstTexts(list, c.var.institution.languages) : {},
      reasonToAsk: "",
      // Written when the list was moved; it can be changed here.
      ...(moved && { movedReason: moved.reason }),
      pilot: { size: PILOT.size, waitHours: PILOT.waitHours },
    },
    deadlineDay: null,
  });
  if (!isRefusal(result)) return c.redirect(`${pathOf(result.id, "edit")}?done=created`, 303);
  if (statusOf(result) === 403) return refusedPage(c, result, "desk");
  return form(c, typed.values, problemsOf(result, c.var.lang));
}

/** The texts a draft begins with. A list with a long name gets the subject without it. */
function firstTexts(list: List & { mode: "ask" | "tell" }, languages: readonly Lang[]): CampaignDraft["texts"] {
  const texts: CampaignDraft["texts"] = {};
  for (const lang of languages) {
    const t = say(campaignTexts, lang);
    const name = { list: inLanguage(list.names, lang) };
    if (list.mode === "tell") {
      texts[lang] = firstNotice(lang, name);
      continue;
    }
    const subject = t("start.subject", name);
    const long = subject.length > SUBJECT_MAX;
    const text: CampaignText = {
      subject: long ? t("start.subject.short") : subject,
      heading: long ? t("start.heading.short") : t("start.heading", name),
      lead: t("start.lead", name),
    };
    texts[lang] = text;
  }
  return texts;
}

/** The same of a notice: its heading says what its subject says. */
function firstNotice(lang: Lang, name: { list: string }): CampaignText {
  const n = say(noticeDraftTexts, lang);
  const whole = n("start.subject", name);
  const subject = whole.length > SUBJECT_MAX ? n("start.subject.short") : whole;
  return { subject, heading: subject, lead: n("start.lead", name) };
}

async function form(c: StaffContext, values: Record<string, string>, problems?: Problem[]): Promise<Response> {
  const t = voice(c);
  const lists = await campaignLists(c);
  return deskPage(c, {
    title: t("new.title"),
    current: "mailings",
    back: { href: MAILINGS, label: t("list.title") },
    lede: lists.length > 0 && t("new.lede"),
    status: problems ? 422 : 200,
    error: problems !== undefined,
    children:
      lists.length === 0 ? (
        <Empty
          title={t("new.none")}
          text={t("new.none.text")}
          acts={<LinkButton href="/staff/lists">{t("new.none.lists")}</LinkButton>}
        />
      ) : (
        <>
          <ErrorSummary problems={problems} title={t("edit.failed")} />
          <DeskForm action={`${MAILINGS}/new`}>
            <Radios
              name="listId"
              legend={t("new.list")}
              hint={t("new.list.hint")}
              options={await listChoices(c, lists)}
              value={values.listId}
              problem={problemFor(problems, "listId")}
            />
            <TextField
              name="title"
              label={t("new.name")}
              hint={t("new.name.hint")}
              value={values.title}
              autocomplete="off"
              problem={problemFor(problems, "title")}
            />
            <Actions>
              <Button>{t("new.act")}</Button>
              <a href={MAILINGS}>{t("cancel")}</a>
            </Actions>
          </DeskForm>
        </>
      ),
  });
}

/** Every list with how many it would ask, or the campaign that asks it already. */
async function listChoices(c: StaffContext, lists: (List & { mode: "ask" | "tell" })[]) {
  const t = voice(c);
  const { db } = c.var.deps;
  const [counts, { running, awaiting }] = await Promise.all([readListCounts(db), readToday(db)]);
  return lists.map((list) => {
    const asked = [...running, ...awaiting].find((row) => row.listId === list.id);
    const hint = asked
      ? t("new.asked", { title: asked.title })
      : list.mode === "tell"
        ? planVoice(c)("mode.tell.hint")
        : t("new.ask", { n: counts.get(list.id)?.unproven ?? 0 });
    return { value: list.id, label: inLanguage(list.names, c.var.lang), hint };
  });
}
