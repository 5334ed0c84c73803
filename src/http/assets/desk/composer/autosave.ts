/**
 * Saves while somebody writes: a moment after the last change, at the latest every ten seconds. One save at a time, over the version
 * that was read; after a conflict nothing more is sent until the author has chosen, and what is typed meanwhile is kept in this
 * browser. Without a connection it is kept there as well, and sent when it is back.
 */
import type { Composer } from "./form.ts";
import type { Keeping } from "./kept.ts";

const QUIET_MS = 1_200;
const LATEST_MS = 10_000;
const AGAIN_MS = [4_000, 15_000, 60_000];

interface Answer {
  version?: number;
  saved?: string;
  checks?: string;
  problem?: string;
  panel?: string;
}

export interface Autosave {
  changed(): void;
  /** Nothing is left to be saved. */
  idle(): boolean;
}

export function autosaveOf(composer: Composer, keeping: Keeping, told: { saved(version: number): void }): Autosave {
  const { form, words } = composer;
  const status = form.querySelector("[data-status]");
  const show = (text: string) => {
    if (status) status.textContent = text;
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since: number | undefined;
  let changes = 0;
  let saved = 0;
  let busy = false;
  let stopped = false;
  let failures = 0;

  const plan = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), ms);
  };

  async function save(): Promise<void> {
    if (busy || stopped || saved === changes) return;
    busy = true;
    since = undefined;
    const at = changes;
    show(words("saving"));
    const body = new FormData(form);
    for (const name of [...body.keys()]) if (body.get(name) instanceof File) body.delete(name);
    const answer = await send(`${form.getAttribute("action")}/autosave`, body);
    busy = false;
    if (!answer) lost("offline");
    else if (typeof answer.status === "string") lost(answer.status);
    else if (answer.status === 200) done(at, answer);
    else if (answer.status === 409) conflict(answer);
    else {
      keeping.keep(composer.read());
      show(answer.problem ? `${words("refused")} ${answer.problem}` : words("refused"));
    }
  }

  function done(at: number, answer: Answer): void {
    failures = 0;
    saved = at;
    const version = composer.field("version");
    if (version) version.value = String(answer.version);
    const checks = document.querySelector("[data-checks]");
    if (checks && answer.checks !== undefined) checks.innerHTML = answer.checks;
    if (saved === changes) {
      keeping.forget();
      show(answer.saved ?? "");
    } else plan(QUIET_MS);
    told.saved(answer.version ?? 0);
  }

  /** Both texts are on the server now: what was typed as a version, the other as the draft. */
  function conflict(answer: Answer): void {
    stopped = true;
    keeping.forget();
    saved = changes;
    const version = composer.field("version");
    if (version) version.value = String(answer.version);
    const notices = form.querySelector("[data-notices]");
    if (notices) notices.innerHTML = answer.panel ?? "";
    show(answer.problem ?? "");
    composer.say(answer.problem ?? "");
    notices?.querySelector<HTMLElement>("button")?.focus();
    notices?.scrollIntoView({ block: "center" });
  }

  function lost(why: "offline" | Away): void {
    keeping.keep(composer.read());
    show(words(why));
    plan(AGAIN_MS[Math.min(failures++, AGAIN_MS.length - 1)] ?? LATEST_MS);
  }

  addEventListener("online", () => plan(0));
  addEventListener("pagehide", () => {
    if (saved !== changes) keeping.keep(composer.read());
  });
  return {
    changed() {
      changes++;
      if (stopped) {
        clearTimeout(timer);
        timer = setTimeout(() => keeping.keep(composer.read()), QUIET_MS);
        return;
      }
      since ??= Date.now();
      if (!busy && failures === 0) show(words("unsaved"));
      plan(Math.max(0, Math.min(QUIET_MS, since + LATEST_MS - Date.now())));
    },
    idle: () => saved === changes,
  };
}

/** Somebody answered, but not the composer: the sign-in, because the session is over, or a page that tells of a fault. */
type Away = "signed-out" | "away";

/** The answer, or undefined where there was no connection. */
async function send(path: string, body: FormData): Promise<(Answer & { status: number | Away }) | undefined> {
  try {
    const response = await fetch(path, { method: "POST", body, headers: { Accept: "application/json" } });
    if (!response.headers.get("content-type")?.includes("json"))
      return { status: response.redirected ? "signed-out" : "away" };
    return { ...((await response.json()) as Answer), status: response.status };
  } catch {
    return undefined;
  }
}
