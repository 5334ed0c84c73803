/** What is shown: one language, both side by side, or one with the mail that it becomes. */
import type { Lang } from "../../../../domain/institution/rules.ts";
import type { Composer } from "./form.ts";

/** From this width on there is room for two columns. */
const ROOMY = 1_500;

export interface Panes {
  /** The draft on the server is another one: the preview is made anew. */
  refresh(version: number): void;
}

export function panesOf(composer: Composer): Panes {
  const { form, languages } = composer;
  const live = form.querySelector<HTMLElement>("[data-live]");
  const preview = form.querySelector<HTMLElement>("[data-preview]");
  const frame = preview?.querySelector("iframe");
  const [first = "lv" as Lang] = languages;
  let shown: Lang | "both" = languages.length > 1 && innerWidth >= ROOMY ? "both" : first;
  let mail: Lang = first;
  let beside = false;
  let view = "wide";
  let version = composer.field("version")?.value ?? "";

  const press = (name: "show" | "view", on: (what: string | undefined) => boolean) => {
    for (const button of form.querySelectorAll<HTMLElement>(`[data-${name}]`))
      button.setAttribute("aria-pressed", String(on(button.dataset[name])));
  };
  const draw = () => {
    form.dataset.shown = beside ? "preview" : shown;
    for (const lang of languages) {
      const section = form.querySelector<HTMLElement>(`[data-text="${lang}"]`);
      if (section) section.hidden = beside ? lang !== mail : shown !== "both" && shown !== lang;
    }
    press("show", (what) => (what === "preview" ? beside : beside ? what === mail : what === shown));
    press("view", (what) => what === view);
    if (!preview || !frame) return;
    preview.hidden = !beside;
    if (!beside) return;
    frame.width = view === "narrow" ? "320" : "100%";
    const src = `${preview.dataset.preview}?mail=${mail}&view=${view}&v=${version}`;
    if (frame.getAttribute("src") !== src) frame.src = src;
  };
  form.addEventListener("click", (event) => {
    const { show, view: how } =
      (event.target as HTMLElement).closest<HTMLElement>("[data-show], [data-view]")?.dataset ?? {};
    if (show === "preview") beside = !beside;
    else if (show === "both") [shown, beside] = ["both", false];
    else if (show) [shown, mail] = [show as Lang, show as Lang];
    if (how) view = how;
    if (show || how) draw();
  });
  // A finding leads to a field of a language that is not shown.
  document.addEventListener("click", (event) => {
    const hash = (event.target as HTMLElement).closest?.("a")?.hash ?? "";
    const lang = languages.find((one) => hash.startsWith(`#f-${one}.`));
    if (!lang) return;
    [mail, shown] = [lang, shown === "both" ? "both" : lang];
    draw();
  });
  if (live) live.hidden = false;
  draw();
  return {
    refresh(newer) {
      version = String(newer);
      draw();
    },
  };
}
