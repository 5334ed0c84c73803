/**
 * One request: its days, what is to be done, what was answered. Who asks is shown only as the answer to a POST, because that look
 * is on record; then the way to end the mail stands here too, with its consequence.
 */
import type { Child } from "hono/jsx";
import { dayOf } from "../../../domain/consent/rules/days.ts";
import type { HandedOut } from "../../../domain/consent/rules/standing.ts";
import type { Purpose } from "../../../domain/purposes/rules.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { readPurposes } from "../../../domain/purposes/views.ts";
import type { Ended } from "../../../domain/rights-requests/end-mail.ts";
import type { ReadRequest } from "../../../domain/rights-requests/read.ts";
import {
  daysOf,
  ENDS_MAIL,
  extensionProblem,
  type RightsRequest,
  urgencyOf,
} from "../../../domain/rights-requests/rules.ts";
import { readRequest } from "../../../domain/rights-requests/views.ts";
import { may } from "../../../domain/staff/rules.ts";
import { refuse } from "../../../refusal.ts";
import { certificateTexts } from "../../../texts/certificate.ts";
import { say } from "../../../texts/say.ts";
import type { StaffContext } from "../../env.ts";
import { refusedPage } from "../../failures.tsx";
import { deskPage } from "../layout.tsx";
import { Actions, Button, Decide, DeskForm, Done, Facts, LinkButton, Radios, Section } from "../parts.tsx";
import { namesOf } from "../proofs/shared.tsx";
import { can, day, moment, REQUESTS, requestPath, rightWords, voice } from "./shared.tsx";

const TAG = { over: "danger", soon: "warning", open: "info", closed: "neutral" } as const;
const DONE = ["note", "answer", "extend", "lift"] as const;

export async function requestPage(
  c: StaffContext,
  id: string,
  more: { read?: ReadRequest; ended?: Ended } = {},
): Promise<Response> {
  const no = may(c.var.actor, "request.see");
  if (no) return refusedPage(c, no, "desk");
  const request = await readRequest(c.var.deps.db, id);
  if (!request) return refusedPage(c, refuse("page.not_found"), "desk");
  const t = voice(c);
  const { deps, institution, lang } = c.var;
  const today = dayOf(deps.clock.now(), institution.timeZone);
  const urgency = urgencyOf(request, today);
  const open = request.closedAt === null;
  const received = day(c, request.receivedDay, lang === "lv" ? "loc" : "table");
  const lede = open
    ? t("one.lede.open", { received, due: day(c, request.dueDay, lang === "lv" ? "dat" : "table") })
    : t("one.lede.closed", { received, answered: day(c, request.answeredDay ?? "", lang === "lv" ? "loc" : "table") });
  const done = DONE.find((one) => one === c.req.query("done"));
  const answers = open && can(c, "request.answer");
  const ends = answers && ENDS_MAIL.includes(request.right);
  const purposes = ends && more.read ? (await readPurposes(deps.db)).filter((p) => p.state === "active") : [];
  return deskPage(c, {
    title: t("one.title", { n: String(request.n) }),
    current: "requests",
    back: { href: REQUESTS, label: t("back") },
    tag: { text: t(`state.${urgency}`), color: TAG[urgency] },
    lede,
    acts: answers && (
      <>
        <LinkButton href={`${requestPath(id)}/answer`} variant="secondary">
          {t("answer.link")}
        </LinkButton>
        {extensionProblem(request, today) === undefined && <a href={`${requestPath(id)}/extend`}>{t("extend.link")}</a>}
      </>
    ),
    children: (
      <>
        {done && <Done>{t(`${done}.done`)}</Done>}
        {more.ended && <EndedWords c={c} ended={more.ended} />}
        {answers && (
          <Section title={t("guide.title")}>
            <p>{guide(c, request)}</p>
          </Section>
        )}
        {request.hasContents && can(c, "request.read") && !more.read && (
          <form method="post" action={`${requestPath(id)}/read`} class="above-5">
            <Actions>
              <Button>{t("read.act")}</Button>
            </Actions>
            <p class="small quiet">{t("read.hint")}</p>
          </form>
        )}
        {more.read && <Who c={c} read={more.read} />}
        {more.read?.restricted && !open && can(c, "request.answer") && (
          <Section title={t("lift.section")}>
            <p>{t("lift.why")}</p>
            <Actions>
              <LinkButton href={`${requestPath(id)}/lift`} variant="secondary">
                {t("lift.link")}
              </LinkButton>
            </Actions>
          </Section>
        )}
        {more.read && ends && <EndForm c={c} read={more.read} purposes={purposes} />}
        <div class="above-6">
          <About c={c} request={request} names={await namesOf(c, labelsOf(request))} />
        </div>
      </>
    ),
  });
}

const labelsOf = (r: RightsRequest) => [r.notedBy, r.extendedBy, r.closedBy].filter((label) => label !== null);

/** What this right asks us to do. */
function guide(c: StaffContext, { right }: RightsRequest): Child {
  const t = voice(c);
  return t(`guide.${right}`, { link: `${c.var.deps.config.publicUrl}/me` });
}

function About({ c, request, names }: { c: StaffContext; request: RightsRequest; names: ReadonlyMap<string, string> }) {
  const t = voice(c);
  const { aim, law, extended } = daysOf(request);
  const by = (label: string, at: number) =>
    t("facts.by", {
      name: label.startsWith("person:") ? t("person") : (names.get(label) ?? t("nobody")),
      when: moment(c, at),
    });
  return (
    <Facts
      items={[
        { term: t("facts.right"), value: rightWords(t, request.right) },
        { term: t("facts.channel"), value: t(`channel.${request.channel}`) },
        { term: t("facts.aim"), value: t("facts.aim.why", { day: day(c, aim) }) },
        { term: t("facts.law"), value: t("facts.law.why", { day: day(c, law) }) },
        {
          term: t("facts.extended"),
          value:
            request.extendedFor === null
              ? t("facts.extended.no", { day: day(c, extended) })
              : t("facts.extended.yes", { day: day(c, extended), ground: t(`ground.${request.extendedFor}`) }),
        },
        { term: t("facts.noted"), value: by(request.notedBy, request.notedAt) },
        request.outcome !== null && {
          term: t("facts.outcome"),
          value: `${t(`outcome.${request.outcome}`)}; ${by(request.closedBy ?? "", request.closedAt ?? 0)}`,
        },
        { term: t("facts.kept"), value: t(request.hasContents ? "facts.kept.yes" : "facts.kept.no") },
      ]}
    />
  );
}

function Who({ c, read }: { c: StaffContext; read: ReadRequest }) {
  const t = voice(c);
  const { contents, held, earlier, request } = read;
  const said = (text: string | undefined) => text || t("read.empty");
  return (
    <Section title={t("read.title")}>
      <Facts
        items={[
          { term: t("read.address"), value: said(contents.address) },
          { term: t("read.contact"), value: said(contents.contact) },
          { term: t("read.words"), value: said(contents.words) },
          contents.doubt !== "" && { term: t("read.doubt"), value: contents.doubt },
          contents.extension !== undefined && { term: t("read.extension"), value: contents.extension },
          contents.answer !== undefined && { term: t("read.answer"), value: said(contents.answer) },
          contents.lifted !== undefined && { term: t("read.lifted"), value: contents.lifted },
          {
            term: t("read.held"),
            value: t(!held ? "read.held.no" : request.closedAt === null ? "read.held.yes" : "read.held.closed"),
          },
          request.right === "access" && {
            term: t("read.given"),
            value:
              read.handedOut.length === 0
                ? t("read.given.none")
                : read.handedOut.map((one) => givenWords(c, one)).join("; "),
          },
          {
            term: t("read.earlier"),
            value:
              earlier.length === 0
                ? t("read.earlier.none")
                : earlier.map((one, i) => (
                    <>
                      {i > 0 && ", "}
                      <a href={requestPath(one.id)}>{t("one.title", { n: String(one.n) })}</a>
                    </>
                  )),
          },
        ]}
      />
    </Section>
  );
}

/** A file that left with him in it: the day and who got it. */
function givenWords(c: StaffContext, { at, recipient, recipientName }: HandedOut): string {
  const name = recipientName || say(certificateTexts, c.var.lang)(`recipient.${recipient}`);
  return voice(c)("read.given.one", { day: day(c, at), name });
}

/** Erasure or objection with one press: the consequence, what ends, the button. */
function EndForm({ c, read, purposes }: { c: StaffContext; read: ReadRequest; purposes: readonly Purpose[] }) {
  const t = voice(c);
  const { request, held } = read;
  const erase = request.right === "erase";
  if (!held)
    return (
      <p class="above-5">
        {t("end.not-held")} {!erase && <a href="/staff/people/refusal">{t("end.ahead")}</a>}
      </p>
    );
  return (
    <Decide title={t(erase ? "end.title.erase" : "end.title.object")} danger>
      <p>{t("end.consequence")}</p>
      <DeskForm action={`${requestPath(request.id)}/end`}>
        {!erase && (
          <Radios
            name="purpose"
            legend={t("end.scope")}
            value="everything"
            options={[
              { value: "everything", label: t("end.everything") },
              ...purposes.map((p) => ({ value: p.id, label: inLanguage(p.sheet.names, c.var.lang) })),
            ]}
          />
        )}
        <Actions>
          <Button danger>{t(erase ? "end.erase.act" : "end.object.act")}</Button>
        </Actions>
      </DeskForm>
    </Decide>
  );
}

function EndedWords({ c, ended }: { c: StaffContext; ended: Ended }) {
  const t = voice(c);
  const names = (lists: Ended["ended"]) => lists.map((one) => inLanguage(one, c.var.lang)).join(", ");
  return (
    <>
      <Done>{t(ended.erased ? "end.done.erased" : "end.done.kept")}</Done>
      <Facts
        items={[
          ended.ended.length > 0 && { term: t("end.ended"), value: names(ended.ended) },
          ended.remaining.length > 0 && { term: t("end.remaining"), value: names(ended.remaining) },
        ]}
      />
    </>
  );
}
