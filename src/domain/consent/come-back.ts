/**
 * "By mistake": within ten minutes of a "no", the same browser may give consent anew. It is a new consent to the text
 * shown beside the button, for a new (or the still known) person; the earlier "no" stays in the log.
 */
import type { Deps } from "../../deps.ts";
import { isRefusal, type Refusal, refuse } from "../../refusal.ts";
import { commit } from "../commit.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { readList } from "../lists/views.ts";
import { readNotice } from "../notices/views.ts";
import { addressPlace, normaliseAddress } from "../people/rules.ts";
import { readPurpose, readPurposes } from "../purposes/views.ts";
import { actOnRecord, type Door, shownNotice } from "./acts/events.ts";
import { TRIES_AFTER_RACE } from "./acts/races.ts";
import { openReturn } from "./acts/return-seal.ts";
import type { Basis } from "./rules/answer.ts";
import { dayOf, later } from "./rules/days.ts";
import { joinWrites, recordWrites, unsuppressWrites } from "./store.ts";
import { loadStanding } from "./views/standing.ts";

export interface CameBack {
  decision: "given" | "already";
  at: number;
  eid: string;
  list: { lv: string; en: string };
  language: "lv" | "en";
}

const door: Door = { method: "return-page.post", channel: "page" };

/** Takes the person back. Refuses a seal that is not ours or older than ten minutes. */
export async function comeBack(deps: Deps, input: { seal: string }): Promise<CameBack | Refusal> {
  const returning = openReturn(deps.vault, input.seal, deps.clock.now());
  if (!returning) return refuse("consent.return_expired");
  const checked = normaliseAddress(returning.address);
  const [list, notice, office] = await Promise.all([
    readList(deps.db, returning.listId),
    readNotice(deps.db, returning.noticeSha256),
    readInstitutionRow(deps.db),
  ]);
  const purpose = list && (await readPurpose(deps.db, list.purposeId));
  if (isRefusal(checked) || !list || !notice || !office || purpose?.basis !== "a" || list.state !== "active")
    return refuse("consent.return_expired");
  const { normalised } = checked;

  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const at = deps.clock.now();
    const standing = await loadStanding(deps, { normalised });
    const told = { at, list: list.names, language: returning.language };
    if (standing?.subscriptions.some((s) => s.listId === list.id)) return { decision: "already", eid: "", ...told };
    const personId = standing?.person.id ?? deps.ids.uuid();
    const addressId = standing?.address.id ?? deps.ids.uuid();
    const record = standing?.records.find((r) => r.purposeId === purpose.id);
    const made = actOnRecord(
      deps,
      { logOrigin: office.logOrigin, person: { id: personId }, address: { normalised } },
      {
        purposeId: purpose.id,
        purposeSlug: purpose.slug,
        purposeVersion: purpose.version,
        basis: purpose.basis as Basis,
      },
      record,
      { does: "give", typ: "consent.given", record: "given" },
      door,
      at,
      shownNotice(notice, purpose.slug),
    );
    const tag = deps.vault.tag(normalised);
    const today = dayOf(at, office.profile.timeZone);
    const suppressionTags = deps.vault.suppressionTags(normalised);
    const others = (await readPurposes(deps.db)).filter((p) => p.id !== purpose.id);
    const newest = suppressionTags[0] as (typeof suppressionTags)[number];
    const done = await commit(deps, {
      change: [
        ...unsuppressWrites(
          suppressionTags.map((t) => t.tag),
          purpose.id,
          others.map((p) => ({
            tag: newest.tag,
            keyId: newest.keyId,
            scope: p.id,
            reason: "withdrawn",
            day: today,
            reviewDay: later(today, { months: office.profile.suppressionReviewMonths }),
          })),
        ),
        ...joinWrites(deps.db, {
          person: { id: personId, language: returning.language, isNew: !standing },
          address: {
            id: addressId,
            tag: tag.tag,
            tagKey: tag.keyId,
            sealed: deps.vault.seal(
              addressPlace(addressId),
              JSON.stringify({ address: returning.address, name: returning.name }),
            ),
          },
          subscription: {
            id: deps.ids.uuid(),
            listId: list.id,
            recordId: made.step.id,
            since: today,
            salt: deps.ids.bytes(32),
          },
          at,
        }),
        ...recordWrites(deps.db, made.step),
      ],
      proof: [made.evidence],
    });
    if (done === "done") {
      await deps.queue.enqueue({ kind: "seal" });
      return { decision: "given", eid: made.evidence.eid, ...told };
    }
  }
  throw new Error("a return lost every race for its rows");
}
