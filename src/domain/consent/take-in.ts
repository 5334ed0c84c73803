/**
 * The `intake` job: decides whether a typed address gets the one mail that its request is about (to confirm a sign-up, to
 * answer a campaign that waits, to open one's own page), and hands it over. A request that leads to nothing is deleted at
 * once. Killed at any instant, the row tells the next run what to do; a retry sends the same link under the same key. (SMTP
 * knows no keys: after a crash in the middle the same mail may come twice.)
 */
import { sha256 } from "@noble/hashes/sha2.js";
import type { Deps, OutgoingMail } from "../../deps.ts";
import type { Write } from "../../platform/db.ts";
import { base64url, unbase64url } from "../../platform/encoding.ts";
import { commit } from "../commit.ts";
import { readInstitution } from "../institution/views.ts";
import { ownPageMail } from "../me/acts/link.ts";
import { LINK_GIVE_UP_MS, LINK_LIFE_MS } from "../me/rules.ts";
import { inLanguage } from "../purposes/rules.ts";
import { spent, weigh } from "../sign-up-guard/acts/weigh.ts";
import type { Counted } from "../sign-up-guard/rules/came.ts";
import { countWrite } from "../sign-up-guard/store.ts";
import { TRIES_AFTER_RACE } from "./acts/races.ts";
import { linkMail } from "./acts/requests/answer-links.ts";
import { dueMail } from "./acts/requests/due-mail.ts";
import { SWEEP_AFTER_MS } from "./acts/requests/new-request.ts";
import { returnOf } from "./acts/requests/returns.ts";
import { sealSignUp } from "./acts/sign-up-seal.ts";
import { GIVE_UP_MS, isSignUp, REQUEST_LIFE_MS, type SignUp } from "./rules/sign-up.ts";
import { attemptWrites, dropWrites, laterWrite, mailedWrite, waitWrite } from "./store/sign-up.ts";
import { readOpenLists } from "./views/offered.ts";
import { type Intake, readIntake } from "./views/sign-up.ts";

/** How long one attempt may take before another one takes its place. */
const ATTEMPT_MS = 5 * 60_000;

/** Looks at a request. Safe to run twice or at the same time. */
export async function takeIn(deps: Deps, intakeId: string): Promise<void> {
  for (let tries = TRIES_AFTER_RACE; tries > 0; tries--) {
    const found = await readIntake(deps, intakeId);
    const now = deps.clock.now();
    if (
      !found ||
      found.state === "mailed" ||
      found.state === "used" ||
      (found.state === "mailing" && found.tryAt > now)
    )
      return;
    const fresh = found.state === "new";
    const due = await dueMail(deps, found, now);
    const { giveUpMs, lifeMs } = timesOf(found.signUp);
    const late = now > found.createdAt + giveUpMs;
    if (due.is !== "mail" || late) {
      if (await dropFor(deps, found, due.is === "mail" ? "late" : due.is, now)) return;
      continue;
    }
    const weighed = fresh
      ? await weigh(deps, found.signUp.came, { now, sized: isSignUp(found.signUp) })
      : { is: "go" as const, writes: [] };
    if (weighed.is === "network") {
      if (await dropFor(deps, found, "network", now)) return;
      continue;
    }
    if (weighed.is === "wait") {
      const first = found.tryAt === found.createdAt + SWEEP_AFTER_MS ? [countWrite("waited", now)] : [];
      const wait = [waitWrite(deps.db, intakeId, found, weighed.until), ...first];
      if ((await commit(deps, { change: wait, proof: [] })) === "done") return;
      continue;
    }
    const back = fresh ? await returnOf(deps, found.signUp, "asked", now) : [];

    // The link of a question is made of what it names; the others have a secret of their own.
    const token = found.signUp.campaigns ? undefined : (found.signUp.token ?? base64url(deps.ids.bytes(32)));
    const { came: _, ...asked } = found.signUp;
    const signUp: SignUp = { ...asked, ...due.asks, ...(token !== undefined && { token }) };
    const attempt = {
      id: intakeId,
      from: { state: found.state, tryAt: found.tryAt },
      sealed: sealSignUp(deps.vault, intakeId, signUp),
      tryAt: now + ATTEMPT_MS,
      link:
        token === undefined
          ? undefined
          : {
              hash: sha256(unbase64url(token) as Uint8Array),
              kind: found.signUp.ownPage ? ("me" as const) : ("confirm" as const),
              expiresAt: found.createdAt + lifeMs,
            },
    };
    const change = [...due.holds, ...weighed.writes, ...attemptWrites(deps.db, attempt), ...back];
    // No entry of the log exists before the owner of the address has answered.
    if ((await commit(deps, { change, proof: [] })) === "done")
      return mail(deps, { ...found, signUp, tryAt: attempt.tryAt }, token);
  }
  throw new Error("a sign-up lost every race for its row");
}

async function mail(deps: Deps, of: Intake, link: string | undefined): Promise<void> {
  const found = { ...of, state: "mailing" as const };
  const { id, signUp } = found;
  const { token: _, ...kept }: SignUp = signUp;
  const rendered = await render(deps, found, link);
  // He has answered in this very moment, or left.
  if (!rendered) return void (await drop(deps, found));
  // The machine slept: by now another one has taken it up.
  if (deps.clock.now() >= found.tryAt) return;
  const kind = kindOf(signUp);
  const handed = await deps.post(rendered, `${kind}/${id}`);
  // Without keys a second try could be a second mail: what nobody knows counts as mailed, and its link works if it came.
  // So does what the provider knows under this key with other bytes: it has the mail of before the settings changed.
  const went = handed.outcome === "unknown" && (!deps.mailer.remembersKeys || handed.code === "provider.payload_drift");
  if (handed.outcome === "accepted" || went) {
    await commit(deps, { change: [mailedWrite(deps.db, id, sealSignUp(deps.vault, id, kept))], proof: [] });
    return;
  }
  deps.log.warn("mail of a request", { kind, intake: id, outcome: handed.outcome, code: handed.code });
  if (handed.outcome === "refused") return void (await drop(deps, found));
  const pauseMs = handed.outcome === "later" ? handed.retryAfterMs : ATTEMPT_MS;
  await commit(deps, { change: [laterWrite(deps.db, id, deps.clock.now() + pauseMs)], proof: [] });
  await deps.queue.enqueue({ kind: "intake", intakeId: id }, { delaySeconds: Math.ceil(pauseMs / 1000) + 1 });
}

/** The one mail of a request; undefined where there is nothing to ask any more. */
async function render(deps: Deps, found: Intake, link: string | undefined): Promise<OutgoingMail | undefined> {
  const { signUp, createdAt } = found;
  const { address: to, language, at } = signUp;
  const institution = await readInstitution(deps.db);
  if (!institution) throw new Error("a request came in before set-up");
  if (link === undefined) {
    const made = await linkMail(deps, signUp, institution);
    return made && deps.render.answerLink(made);
  }
  if (signUp.ownPage) {
    const made = await ownPageMail(deps, signUp, institution, link);
    return made && deps.render.ownPage(made);
  }
  const open = await readOpenLists(deps.db);
  const names = open.filter((o) => signUp.lists.some((l) => l.listId === o.list.id)).map((o) => o.list.names);
  const lists = names.map((n) => inLanguage(n, language));
  const validUntil = createdAt + REQUEST_LIFE_MS;
  const url = `${deps.config.publicUrl}/c/${link}`;
  return deps.render.confirm({ to, language, lists, at, validUntil, url, institution });
}

const kindOf = ({ ownPage, campaigns }: SignUp) => (ownPage ? "own-page" : campaigns ? "answer-link" : "confirm");

/** From the request on: how long its mail is tried, and how long its link works. */
const timesOf = ({ ownPage }: SignUp) =>
  ownPage ? { giveUpMs: LINK_GIVE_UP_MS, lifeMs: LINK_LIFE_MS } : { giveUpMs: GIVE_UP_MS, lifeMs: REQUEST_LIFE_MS };

/** No mail: what it came with is spent all the same, and the reason is counted, without who. */
async function dropFor(deps: Deps, found: Intake, why: Counted, now: number): Promise<boolean> {
  const { state, signUp } = found;
  if (state !== "new") return drop(deps, found);
  const back = await returnOf(deps, signUp, "refused", now);
  const unit = await spent(deps, signUp.came, { now, sized: isSignUp(signUp) });
  return drop(deps, found, [...unit, countWrite(why, now), ...back]);
}

/** Who asked learns nothing of it, and nothing of him stays. False: another run has taken the request up, and it is his. */
async function drop(deps: Deps, found: Intake, more: Write[] = []): Promise<boolean> {
  const change = [...dropWrites(deps.db, found.id, found), ...more];
  if ((await commit(deps, { change, proof: [] })) === "stale") return false;
  deps.afterErasure();
  return true;
}
