/**
 * A text becomes a notice: immutable, named by its hash, at its address for ever, and an entry of the proof log. All
 * languages of a version are published together.
 */
import type { Deps } from "../../deps.ts";
import { type Refusal, refuse, refuseForm } from "../../refusal.ts";
import { privacyNoticeTexts } from "../../texts/privacy-notice.ts";
import { say } from "../../texts/say.ts";
import { commit } from "../commit.ts";
import type { Lang } from "../institution/rules.ts";
import { readInstitutionRow } from "../institution/views.ts";
import { actEvidence } from "../proof-log/acts/act-evidence.ts";
import type { Evidence } from "../proof-log/rules/event.ts";
import { topicsOf } from "../purposes/rules/people.ts";
import { readPurpose, readPurposes } from "../purposes/views.ts";
import { type Actor, actorLabel, may } from "../staff/rules.ts";
import { missingFromPrivacy } from "./rules/complete.ts";
import { privacyBody } from "./rules/privacy.ts";
import { checkStatement, statementBody } from "./rules/statement.ts";
import { type Notice, noticeHash } from "./rules.ts";
import { insertNotice, isBuiltFrom, isNewest } from "./store.ts";
import { readVersions } from "./views.ts";

/** A statement of one purpose in plain text per language, or the privacy notice as it follows from the settings. */
export type PublishInput =
  | { kind: "consent"; purposeId: string; texts: Partial<Record<Lang, string>> }
  | { kind: "privacy" };

/** Publishes the next version. Returns its number and the hash of each language. */
export async function publishNotice(
  deps: Deps,
  actor: Actor,
  input: PublishInput,
): Promise<{ version: number; hashes: Partial<Record<Lang, string>> } | Refusal> {
  const no = may(actor, "notice.publish");
  if (no) return no;
  const row = await readInstitutionRow(deps.db);
  if (!row) return refuse("institution.missing");
  const { profile: office } = row;
  const purposeId = input.kind === "consent" ? input.purposeId : null;
  const guards = [];
  let bodyOf: (language: Lang, version: number) => string;

  if (input.kind === "consent") {
    const purpose = await readPurpose(deps.db, input.purposeId);
    if (!purpose) return refuse("purposes.unknown");
    if (purpose.state === "ended") return refuse("purposes.ended");
    const problems = checkStatement(input.texts, purpose.basis, office, topicsOf(purpose.sheet));
    if (problems.length > 0) return refuseForm(problems);
    bodyOf = (language, version) =>
      statementBody({ purposeId: purpose.id, language, version, text: input.texts[language] ?? "" });
  } else {
    const active = (await readPurposes(deps.db)).filter((p) => p.state === "active");
    const missing = missingFromPrivacy(office, active, office.languages[0] ?? "lv");
    if (missing.length > 0) return refuse("notices.incomplete", { fields: missing });
    const facts = { institution: office, purposes: active, publicUrl: deps.config.publicUrl };
    bodyOf = (language, version) => privacyBody(facts, { language, version }, say(privacyNoticeTexts, language));
    guards.push(isBuiltFrom(row.version, active));
  }

  const before = await readVersions(deps.db, { kind: input.kind, purposeId });
  const newest = before[0]?.version ?? 0;
  const same = (language: Lang) => before.some((n) => n.language === language && n.body === bodyOf(language, newest));
  if (newest > 0 && office.languages.every(same)) return refuse("notices.unchanged");

  const at = deps.clock.now();
  const version = newest + 1;
  const notices = office.languages.map((language): Notice => {
    const body = bodyOf(language, version);
    return {
      sha256: noticeHash(body),
      kind: input.kind,
      purposeId,
      mailingId: null,
      version,
      language,
      body,
      createdAt: at,
    };
  });
  const log = { log: row.logOrigin, at };
  const done = await commit(deps, {
    change: [
      isNewest({ kind: input.kind, purposeId, version: newest }),
      ...guards,
      ...notices.map((n) => insertNotice(deps.db, n)),
    ],
    proof: notices.map((n) => published(deps, actor, n, log)),
  });
  if (done === "stale") return refuse("form.stale");
  return { version, hashes: Object.fromEntries(notices.map((n) => [n.language, n.sha256])) };
}

function published(deps: Deps, actor: Actor, n: Notice, log: { log: string; at: number }): Evidence {
  return actEvidence(deps, {
    ...log,
    typ: "notice.published",
    facts: {
      notice: { id: n.purposeId ?? n.kind, ver: String(n.version), lang: n.language, sha256: n.sha256 },
      kind: n.kind,
      by: actorLabel(actor),
    },
  });
}
