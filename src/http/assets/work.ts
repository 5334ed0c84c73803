/**
 * Runs in the browser, on public forms that ask for an address: does the proof of work (ALTCHA) while the form is filled in,
 * in a worker of its own, so that the page never stands still. There is no puzzle and nothing to see; whoever is faster than the
 * browser waits a moment after pressing the button, and after ten seconds the form goes as it is. The form works without this
 * script. The same file is the page's script and the worker's.
 */
import { type Challenge, solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";

/** Longest wait after the button was pressed. */
const WAIT_MS = 10_000;
/** A challenge is brought back within two hours; one that is older than this is asked for anew. */
const FRESH_MS = 90 * 60_000;

if (typeof document === "undefined") {
  self.onmessage = async ({ data }: MessageEvent<Challenge>) => {
    const solution = await solveChallenge({ challenge: data, deriveKey });
    self.postMessage(solution && btoa(JSON.stringify({ challenge: data, solution })));
  };
} else {
  const source = (document.currentScript as HTMLScriptElement).src;
  for (const field of document.querySelectorAll<HTMLInputElement>("input[data-challenge]")) {
    const { form } = field;
    if (form) guard(form, field, source);
  }
}

function guard(form: HTMLFormElement, field: HTMLInputElement, source: string): void {
  let begun = 0;
  let work: Promise<void> | undefined;
  const begin = () => {
    if (work && Date.now() - begun < FRESH_MS) return work;
    begun = Date.now();
    field.value = "";
    work = solve(field, source).catch(() => {});
    return work;
  };
  // A browser fills in what the field held before; that proof may be spent.
  const forget = () => {
    work = undefined;
    field.value = "";
  };
  forget();
  addEventListener("pageshow", (event) => event.persisted && forget());
  form.addEventListener("focusin", begin);
  form.addEventListener("submit", (event) => {
    if (field.value !== "" && Date.now() - begun < FRESH_MS) return;
    if (form.dataset.sending === "yes") return;
    event.preventDefault();
    form.dataset.sending = "yes";
    const status = form.querySelector<HTMLElement>("[data-working]");
    if (status) status.textContent = status.dataset.working ?? "";
    const { submitter } = event;
    const patience = new Promise<void>((go) => setTimeout(go, WAIT_MS));
    void Promise.race([begin(), patience]).then(() => {
      if (status) status.textContent = "";
      form.requestSubmit(submitter as HTMLElement | null);
      form.dataset.sending = "";
    });
  });
}

/** Fills the field. Fails where the network or the browser does not play along: then the form goes without. */
async function solve(field: HTMLInputElement, source: string): Promise<void> {
  const answer = await fetch(field.dataset.challenge as string, { credentials: "omit" });
  if (!answer.ok) return;
  const challenge = (await answer.json()) as Challenge;
  const worker = new Worker(source);
  try {
    field.value = await new Promise<string>((done, failed) => {
      worker.onmessage = ({ data }: MessageEvent<string | null>) =>
        data ? done(data) : failed(new Error("no solution"));
      worker.onerror = () => failed(new Error("no worker"));
      worker.postMessage(challenge);
    });
  } finally {
    worker.terminate();
  }
}
