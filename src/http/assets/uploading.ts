/**
 * Runs in the browser, on desk forms that send a file (`form[data-upload]`): says how much of it has gone, sends it once
 * however often the button is pressed, and keeps the chosen file when the form comes back with something to correct. The
 * form works without this script: then the browser sends it, and shows nothing until the answer comes.
 */

const shown = (form: HTMLFormElement, what: string, visible: boolean) => {
  for (const part of form.querySelectorAll<HTMLElement>(`[data-${what}]`)) part.hidden = !visible;
};

document.addEventListener("submit", (event) => {
  const form = event.target as HTMLFormElement;
  const input = form.querySelector<HTMLInputElement>('input[type="file"]');
  // Without a file there is nothing to wait for.
  if (!form.matches("[data-upload]") || !input?.files?.length) return;
  event.preventDefault();
  if (form.dataset.upload === "sending") return;
  form.dataset.upload = "sending";
  shown(form, "sending", true);
  shown(form, "not-sent", false);
  const request = new XMLHttpRequest();
  request.open("POST", form.action);
  const bar = form.querySelector("progress");
  const per = form.querySelector<HTMLElement>("[data-sent]");
  request.upload.onprogress = ({ loaded, total }) => {
    const done = Math.floor((loaded / Math.max(total, 1)) * 100);
    if (bar) bar.value = done;
    if (per) per.textContent = `${done}\u00a0%`;
  };
  const ready = () => {
    form.dataset.upload = "";
    shown(form, "sending", false);
  };
  request.onerror = () => {
    ready();
    shown(form, "not-sent", true);
  };
  request.onload = () => {
    // Sent on to the page of the import, or of the sign-in.
    if (request.responseURL !== form.action) return location.assign(request.responseURL);
    ready();
    answered(request.responseText, input.files);
  };
  request.send(new FormData(form));
});

/** Puts the answer in the place of the page, as the browser would have. */
function answered(html: string, files: FileList | null): void {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.title = page.title;
  document.body.replaceWith(page.body);
  const input = document.querySelector<HTMLInputElement>('form[data-upload] input[type="file"]');
  if (input && files) input.files = files;
  scrollTo(0, 0);
  document.querySelector<HTMLElement>("[autofocus]")?.focus();
}

// Whoever comes back with the browser's own button finds the form as it was before it was sent.
addEventListener("pageshow", ({ persisted }) => {
  if (!persisted) return;
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-upload]")) {
    form.dataset.upload = "";
    shown(form, "sending", false);
  }
});
