/** What waits for a person, most urgent first: figure, headline as a link, consequence, one way in. */
import type { Child } from "hono/jsx";
import { placeOf } from "../../../domain/alerts/rules.ts";
import { LOG_STOPS, type LogStop } from "../../../domain/proof-log/rules/stops.ts";
import { inLanguage } from "../../../domain/purposes/rules.ts";
import { may, type Permission } from "../../../domain/staff/rules.ts";
import { alertTexts } from "../../../texts/alerts.ts";
import { breachTexts } from "../../../texts/breaches.ts";
import { showDate, showDateTime, showNumber } from "../../../texts/dates.ts";
import { deskTexts } from "../../../texts/desk.ts";
import { exportTexts } from "../../../texts/exports.ts";
import { haltTexts } from "../../../texts/halt.ts";
import { keepingTexts } from "../../../texts/keeping.ts";
import { proofDeskTexts } from "../../../texts/proof-desk.ts";
import { requestTexts } from "../../../texts/rights-requests.ts";
import { say } from "../../../texts/say.ts";
import { staffEndingTexts } from "../../../texts/staff-ending.ts";
import { toldSentences } from "../delivery/told.ts";
import { Button, LinkButton } from "../parts/acts.tsx";
import type { Task } from "../today.ts";
import { type Common, campaignHref } from "./parts.tsx";

interface Shown {
  /** What is counted; nothing where it is one thing. */
  figure?: number;
  title: Child;
  /** Where the headline leads; plain text without it. */
  href?: string | undefined;
  text: Child;
  /** Label of the button that leads there, or the act itself. */
  act: Child;
}

export function Tasks(p: Common & { tasks: readonly Task[] }) {
  const t = say(deskTexts, p.lang);
  return (
    <>
      <h2 class="ds-sr-only">{t("tasks")}</h2>
      <ol class="desk-tasks">
        {p.tasks.map((task, index) => {
          const { figure, title, href, text, act } = shown(p, task);
          return (
            <li>
              <b>{figure !== undefined && showNumber(figure, p.lang)}</b>
              <div>
                <h3>{href ? <a href={href}>{title}</a> : title}</h3>
                <p>{text}</p>
              </div>
              <div class="desk-acts">
                {typeof act === "string" && href ? (
                  <LinkButton href={href} variant={index === 0 ? undefined : "secondary"}>
                    {act}
                  </LinkButton>
                ) : (
                  act
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </>
  );
}

function shown(p: Common, task: Task): Shown {
  const t = say(deskTexts, p.lang);
  const can = (permission: Permission) => may(p.actor, permission) === undefined;
  switch (task.kind) {
    case "alert":
      return shownAlert(p, task.alert);
    case "import": {
      const href = `/staff/imports/${task.job.id}`;
      const title = t("import.title", { file: task.job.fileName });
      return { figure: task.n, title, href, text: t("import.text", { n: task.n }), act: t("import.act") };
    }
    case "breach": {
      const breach = say(breachTexts, p.lang);
      const { kind, n, id, awareAt } = task.breach;
      const when = showDateTime(awareAt, { lang: p.lang, zone: p.zone, form: "gen" });
      return {
        title: breach(`home.title.${kind}`, { n: String(n) }),
        href: `/staff/breaches/${id}`,
        text: breach("home.text", { when }),
        act: breach("home.act"),
      };
    }
    case "request": {
      const asked = say(requestTexts, p.lang);
      const { n, id, dueDay, right, receivedDay } = task.request;
      const style = { lang: p.lang, zone: p.zone } as const;
      return {
        title: asked(task.over ? "home.over.title" : "home.soon.title", {
          n: String(n),
          day: showDate(dueDay, { ...style, form: "dat" }),
        }),
        href: `/staff/requests/${id}`,
        text: asked("home.text", {
          right: asked(`right.${right}`),
          received: showDate(receivedDay, { ...style, form: "loc" }),
        }),
        act: asked("home.act"),
      };
    }
    case "openings": {
      const proofs = say(proofDeskTexts, p.lang);
      const title = proofs("home.title", { n: task.n });
      return {
        figure: task.n,
        title,
        href: "/staff/proofs#openings",
        text: proofs("home.text"),
        act: proofs("home.act"),
      };
    }
    case "tell": {
      const exports = say(exportTexts, p.lang);
      const title = exports("home.title", { n: task.n });
      return { figure: task.n, title, href: "/staff/exports", text: exports("home.text"), act: exports("home.act") };
    }
    case "handed":
    case "resets": {
      const ending = say(staffEndingTexts, p.lang);
      const home = task.kind === "handed" ? "home" : "home.resets";
      const href = task.kind === "handed" ? "/staff/account#handed" : "/staff/access";
      return {
        figure: task.n,
        title: ending(`${home}.title`, { n: task.n }),
        href,
        text: ending(`${home}.text`),
        act: ending(`${home}.act`),
      };
    }
    case "keeping": {
      const keeping = say(keepingTexts, p.lang);
      return {
        title: keeping("home.title"),
        href: "/staff/settings/keeping",
        text: keeping("home.text"),
        act: keeping("home.act"),
      };
    }
    case "dead":
      return {
        figure: task.n,
        title: t("dead.title", { n: task.n }),
        href: "/staff/work",
        text: t("dead.text"),
        act: t("dead.act"),
      };
    case "paused": {
      const { campaign, n } = task;
      const why = say(haltTexts, p.lang);
      const key = `why.${campaign.heldReason}`;
      const reason = why((key in haltTexts.lv ? key : "why.other") as "why.other");
      const act = can("mailing.resume") ? t("paused.act") : t("paused.see");
      const text = n === undefined ? t("paused.planning", { reason }) : t("paused.text", { n, reason });
      return {
        ...(n !== undefined && { figure: n }),
        title: t("paused.title", { title: campaign.title }),
        href: campaignHref(campaign),
        text,
        act,
      };
    }
    case "unknown":
    case "failed":
    case "held": {
      const { kind, n, campaign } = task;
      const decides = can("delivery.decide");
      // Decisions about single messages stand at one place, whatever the mailing.
      const href = decides ? `/staff/mailings/${campaign.id}/${kind}` : campaignHref(campaign);
      const title = t(`${kind}.title`, { title: campaign.title });
      return {
        figure: n,
        title,
        href,
        text: t(`${kind}.text`, { n }),
        act: decides ? t(`${kind}.act`) : t("over.see"),
      };
    }
    default: {
      const { kind, n, campaign } = task;
      const stranger = kind === "over" && !can("campaign.close");
      const text = `${t(`${kind}.text`, { n, list: inLanguage(campaign.listNames, p.lang) })}${stranger ? ` ${t("over.who")}` : ""}`;
      const title = t(`${kind}.title`, { title: campaign.title });
      return { figure: n, title, href: campaignHref(campaign), text, act: stranger ? t("over.see") : t(`${kind}.act`) };
    }
  }
}

/** An alert whose cause lies outside: what it is, since when, who was told. Closed by whoever has seen to it. */
function shownAlert(p: Common, alert: Extract<Task, { kind: "alert" }>["alert"]): Shown {
  const t = say(alertTexts, p.lang);
  const gen = showDateTime(alert.at, { lang: p.lang, zone: p.zone, form: "gen" });
  // Alerts about a mailing or a job have no text of their own here: their pages tell.
  const code = (`${alert.code}.text` in alertTexts.lv ? alert.code : "other") as "log.restored";
  const told = toldSentences(alert, p.telling, p);
  return {
    title: t(`${code}.title`),
    // Where the desk has a page about it.
    ...(placeOf(alert.code, alert.subject) !== "/staff/" && { href: placeOf(alert.code, alert.subject) }),
    text: `${t(`${code}.text`, { n: Number(alert.detail.n ?? 0) })} ${t("desk.since", { when: gen })} ${told}`,
    // Why nothing is signed is over when its cause is, not when somebody has read it.
    act: !LOG_STOPS.includes(alert.code as LogStop) && may(p.actor, "alert.close") === undefined && (
      <form method="post" action={`/staff/alerts/${alert.id}/close`}>
        <Button variant="secondary">{t("desk.seen")}</Button>
      </form>
    ),
  };
}
