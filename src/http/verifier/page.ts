/**
 * `verify.html`: choose or drop a bundle, read three verdicts. One file that works from a disk with the network off; its
 * policy forbids the network anyway. The core of the verifier is the script before this one.
 */
import type { Problem } from "../../domain/proofs/rules/bundle/problem.ts";
import { MAX_BUNDLE_BYTES } from "../../domain/proofs/rules/bundle/zip/read.ts";
import type { Report } from "../../domain/proofs/rules/verify/verdict.ts";
import type { Lang } from "../../texts/say.ts";
import { h } from "./dom.ts";
import { resultParts } from "./result.ts";

declare const pieteka: typeof import("./core.ts");

interface State {
  lang: Lang;
  key: string;
  /** Certificates of time-stamp issuers that the reader trusts, DER. */
  authorities: Uint8Array[];
  file?: string;
  found?: Report | Problem | "fault";
}

const said = location.hash.slice(1);
const state: State = {
  lang: said === "lv" || said === "en" ? said : navigator.language.startsWith("lv") ? "lv" : "en",
  key: "",
  authorities: [],
};
const status = h("p", { role: "status", class: "status" });
const main = h("main", { id: "main" });
document.body.prepend(h("header", {}, h("div", { class: "wrap" })), main);

function render(): void {
  const t = pieteka.say(pieteka.verifierTexts, state.lang);
  document.documentElement.lang = state.lang;
  document.title = t("title");
  const head = document.querySelector("header > div") as HTMLElement;
  head.replaceChildren(h("strong", {}, "Pieteka"), languages());
  const result = resultOf();
  main.replaceChildren(h("h1", {}, t("title")), h("p", { class: "lead" }, t("lead")), form(), status);
  if (result) main.append(result);
  main.append(h("p", { class: "small" }, t("offline")));
}

function languages(): HTMLElement {
  const t = pieteka.say(pieteka.verifierTexts, state.lang);
  const other: Lang = state.lang === "lv" ? "en" : "lv";
  const press = () => {
    state.lang = other;
    status.textContent = "";
    render();
    document.querySelector<HTMLElement>("nav button")?.focus();
  };
  const name = other === "lv" ? "Latviešu" : "English";
  return h(
    "nav",
    { "aria-label": t("language") },
    h("button", { type: "button", class: "quiet", lang: other, click: press }, name),
  );
}

function form(): HTMLElement {
  const t = pieteka.say(pieteka.verifierTexts, state.lang);
  const wrong = h("p", { class: "wrong", id: "key-wrong" });
  const key = h("input", {
    id: "key",
    type: "text",
    value: state.key,
    autocomplete: "off",
    spellcheck: "false",
    "aria-describedby": "key-hint key-wrong",
    input: () => {
      state.key = key.value.trim();
      const bad = state.key !== "" && !pieteka.readVkey(state.key);
      wrong.textContent = bad ? t("key.wrong") : "";
      key.setAttribute("aria-invalid", String(bad));
    },
  });
  const none = h("p", { class: "wrong", id: "authority-wrong" });
  const authority = h("input", {
    id: "authority",
    type: "file",
    accept: ".pem,.crt,.cer",
    "aria-describedby": "authority-hint authority-wrong",
    change: async () => {
      const [chosen] = authority.files ?? [];
      state.authorities = chosen ? pieteka.certificatesIn(new Uint8Array(await chosen.arrayBuffer())) : [];
      none.textContent = chosen && state.authorities.length === 0 ? t("authority.wrong") : "";
    },
  });
  const file = h("input", {
    id: "file",
    type: "file",
    accept: ".zip,application/zip,.json,application/json",
    "aria-describedby": "file-hint",
    change: () => void take(file.files?.[0]),
  });
  return h(
    "form",
    { class: "sheet", submit: (event) => event.preventDefault() },
    h("label", { for: "key" }, t("key.label")),
    h("p", { class: "small", id: "key-hint" }, t("key.hint")),
    key,
    wrong,
    h("label", { for: "authority" }, t("authority.label")),
    h("p", { class: "small", id: "authority-hint" }, t("authority.hint")),
    authority,
    none,
    h(
      "div",
      { class: "drop" },
      h("label", { for: "file" }, t(state.file === undefined ? "choose" : "again")),
      h("p", { class: "small", id: "file-hint" }, t("choose.hint")),
      file,
    ),
  );
}

async function take(file: File | undefined): Promise<void> {
  if (!file) return;
  const t = pieteka.say(pieteka.verifierTexts, state.lang);
  status.textContent = t("working");
  state.file = file.name;
  state.found = undefined;
  const key = pieteka.readVkey(state.key);
  try {
    const bytes = file.size > MAX_BUNDLE_BYTES ? undefined : new Uint8Array(await file.arrayBuffer());
    const pause = async (done: number, all: number) => {
      status.textContent = t("working.count", { done, all });
      await new Promise((resolve) => setTimeout(resolve));
    };
    const authorities = state.authorities.map((certificate) => ({ certificate }));
    state.found = bytes
      ? await pieteka.verifyBundle(bytes, { keys: key ? [key] : [], authorities, pause })
      : { problem: "file.huge" };
  } catch {
    state.found = "fault";
  }
  status.textContent = "";
  render();
  document.getElementById("result")?.focus();
}

function resultOf(): HTMLElement | undefined {
  const { found, file = "", lang } = state;
  if (!found) return undefined;
  const t = pieteka.say(pieteka.verifierTexts, lang);
  if (found === "fault" || pieteka.isProblem(found)) {
    const words = found === "fault" ? t("fault") : pieteka.problemText(found as Problem, lang);
    return h(
      "section",
      { class: "verdict invalid" },
      h("h2", { id: "result", tabindex: "-1" }, file),
      h("p", {}, words),
    );
  }
  return h(
    "div",
    { class: "result" },
    h("h2", { id: "result", tabindex: "-1" }, t("verdicts")),
    h("button", { type: "button", class: "quiet", click: () => print() }, t("print")),
    ...resultParts(found, file, lang),
  );
}

for (const name of ["dragover", "drop"] as const)
  addEventListener(name, (event) => {
    event.preventDefault();
    document.body.classList.toggle("over", name === "dragover");
    if (name === "drop") void take((event as DragEvent).dataTransfer?.files[0]);
  });
addEventListener("dragleave", () => document.body.classList.remove("over"));
render();
