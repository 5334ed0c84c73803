/** Pictures: chosen, dropped on the text or pasted into it; uploaded at once, then a block that asks for its description. */
import type { Lang } from "../../../../domain/institution/rules.ts";
import type { Composer } from "./form.ts";

const TYPES = new Set(["image/png", "image/jpeg", "image/gif"]);

export interface Pictures {
  take(files: File[], lang: Lang, after?: HTMLElement): Promise<void>;
}

/** `made`: told of each picture that the server has, by its name there. */
export function picturesOf(
  composer: Composer,
  made: (lang: Lang, image: string, after?: HTMLElement) => void,
): Pictures {
  const { form } = composer;
  const partOf = (lang: Lang, name: string) =>
    form.querySelector<HTMLElement>(`[data-add="${lang}"] [data-file-${name}]`);
  const show = (lang: Lang, busy: boolean, problem = "") => {
    const [wait, wrong] = [partOf(lang, "busy"), partOf(lang, "problem")];
    if (wait) wait.hidden = !busy;
    if (!wrong) return;
    wrong.hidden = problem === "";
    wrong.textContent = problem;
    if (problem) wrong.scrollIntoView({ block: "nearest" });
  };
  const take: Pictures["take"] = async (files, lang, after) => {
    for (const file of files) {
      show(lang, true);
      const body = new FormData();
      body.set("file", file);
      const answer = await fetch("/staff/issues/images", { method: "POST", body })
        .then((response) => response.json() as Promise<{ image?: string; problem?: string }>)
        .catch(() => ({ image: undefined, problem: composer.words("block.image.lost") }));
      show(lang, false, answer.image ? "" : answer.problem);
      if (answer.image) made(lang, answer.image, after);
    }
  };
  for (const lang of composer.languages) {
    const input = composer.field(`new.${lang}.file`);
    const button = form.querySelector<HTMLElement>(`button[value="add:${lang}:image"]`);
    if (button) button.hidden = true;
    input?.addEventListener("change", () => {
      const files = [...(input.files ?? [])];
      input.value = "";
      void take(files, lang);
    });
    const section = form.querySelector<HTMLElement>(`[data-text="${lang}"]`);
    section?.addEventListener("dragover", (event) => {
      if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
    });
    section?.addEventListener("drop", (event) => {
      const files = [...(event.dataTransfer?.files ?? [])].filter(({ type }) => TYPES.has(type));
      if (files.length === 0 || event.defaultPrevented) return;
      event.preventDefault();
      void take(files, lang, (event.target as HTMLElement).closest<HTMLElement>("[data-block]") ?? undefined);
    });
  }
  return { take };
}
