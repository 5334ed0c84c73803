/** The rail of the desk: where one can go, who is signed in, the other language, sign out. */
import { PERMISSIONS, type Permission, type StaffActor } from "../../domain/staff/rules.ts";
import { LanguageLink, type Other, useFrame } from "../page.tsx";

export type NavKey =
  | "today"
  | "lists"
  | "sign-ups"
  | "people"
  | "imports"
  | "exports"
  | "mailings"
  | "issues"
  | "purposes"
  | "notices"
  | "proofs"
  | "reading"
  | "retention"
  | "suppression"
  | "requests"
  | "breaches"
  | "settings"
  | "keys"
  | "access"
  | "staff";

interface Place {
  key: NavKey;
  /** Words of the link, where they are not the place's own. */
  says?: "refusal";
  href: string;
  /** Whoever lacks it does not see the place. */
  needs: Permission;
  /** Whoever has it sees another link to this place. */
  unless?: Permission;
}

type Group = { name?: "people-group" | "protection-group" | "office-group"; places: Place[] };

/** At most four groups. A place stands here only when its page exists. */
const GROUPS: Group[] = [
  { places: [{ key: "today", href: "/staff/", needs: "desk.see" }] },
  {
    name: "people-group",
    places: [
      { key: "lists", href: "/staff/lists", needs: "desk.see" },
      { key: "sign-ups", href: "/staff/sign-ups", needs: "desk.see" },
      { key: "people", href: "/staff/people", needs: "people.look-up" },
      {
        key: "people",
        says: "refusal",
        href: "/staff/people/refusal",
        needs: "consent.record-refusal",
        unless: "people.look-up",
      },
      { key: "imports", href: "/staff/imports", needs: "people.import" },
      { key: "exports", href: "/staff/exports", needs: "people.export" },
      { key: "issues", href: "/staff/issues", needs: "desk.see" },
      { key: "mailings", href: "/staff/mailings", needs: "desk.see" },
    ],
  },
  {
    name: "protection-group",
    places: [
      { key: "purposes", href: "/staff/purposes", needs: "desk.see" },
      { key: "notices", href: "/staff/notices", needs: "desk.see" },
      { key: "proofs", href: "/staff/proofs", needs: "proof.see" },
      { key: "reading", href: "/staff/read-log", needs: "reading.see" },
      { key: "retention", href: "/staff/retention", needs: "retention.see" },
      { key: "suppression", href: "/staff/suppression", needs: "suppression.see" },
      { key: "requests", href: "/staff/requests", needs: "request.see" },
      { key: "breaches", href: "/staff/breaches", needs: "breach.report" },
    ],
  },
  {
    name: "office-group",
    places: [
      { key: "settings", href: "/staff/settings", needs: "institution.change" },
      { key: "keys", href: "/staff/settings/keys", needs: "keys.see", unless: "institution.change" },
      { key: "staff", href: "/staff/staff", needs: "staff.manage" },
      { key: "access", href: "/staff/access", needs: "access.see" },
    ],
  },
];

const has = (actor: StaffActor, needs: Permission) => (PERMISSIONS[needs] as readonly string[]).includes(actor.role);
const sees = (actor: StaffActor, place: Place) =>
  has(actor, place.needs) && !(place.unless && has(actor, place.unless));

export interface RailProps {
  actor: StaffActor;
  name: string;
  current: NavKey | "none";
  other: Other | undefined;
}

export function Rail(p: RailProps) {
  const { t } = useFrame();
  const groups = GROUPS.map((group) => ({ ...group, places: group.places.filter((place) => sees(p.actor, place)) }));
  return (
    <nav class="desk-nav" id="menu" popover="auto" aria-label={t("nav.main")}>
      <div class="desk-nav-in">
        <button
          class="ds-button desk-menu"
          data-variant="tertiary"
          type="button"
          popovertarget="menu"
          popovertargetaction="hide"
        >
          {t("nav.close")}
        </button>
        {groups
          .filter((group) => group.places.length > 0)
          .map((group) => (
            <>
              {group.name && <h2 id={`nav-${group.name}`}>{t(`nav.${group.name}`)}</h2>}
              <ul aria-labelledby={group.name && `nav-${group.name}`}>
                {group.places.map((place) => (
                  <li>
                    <a href={place.href} aria-current={place.key === p.current ? "page" : undefined}>
                      {t(`nav.${place.says ?? place.key}`)}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ))}
        <div class="desk-who">
          <p>
            <a href="/staff/account">{p.name}</a>
            <br />
            <small>{t(`role.${p.actor.role}`)}</small>
          </p>
          <p class="small">
            <a href="/staff/recorded">{t("nav.recorded")}</a>
          </p>
          <div class="desk-who-acts">
            <LanguageLink other={p.other} />
            <form method="post" action="/staff/sign-out">
              <button class="desk-linkish" type="submit">
                {t("nav.sign-out")}
              </button>
            </form>
          </div>
        </div>
      </div>
    </nav>
  );
}
