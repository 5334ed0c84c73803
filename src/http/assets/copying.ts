/**
 * Runs in the browser, on desk pages with something to copy (`button[data-copies]`, hidden until this runs): the button puts
 * the text of the field into the clipboard and says so. Without this file the field is selected and copied by hand.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-copies]")) {
  const field = document.getElementById(button.dataset.copies ?? "") as HTMLTextAreaElement | null;
  const said = button.parentElement?.querySelector<HTMLElement>("[data-copied]");
  if (!field) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
    } catch {
      // Where the browser keeps the clipboard from pages, the text stays selected for the reader's own keys.
      return;
    }
    if (said) said.textContent = said.dataset.copied ?? "";
  });
}
