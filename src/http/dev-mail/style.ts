/** Style of the captured mailbox. Its own, so that it also works where the rest of the house does not yet. */
/** Heights of the frame around a mail: `h1` … in steps, because no page has a style of its own. On a phone lines are twice as many. */
export const FRAME_STEP_REM = 8;
export const FRAME_STEPS = 60;
const heights = (times: number) =>
  Array.from({ length: FRAME_STEPS }, (_, i) => `.h${i + 1} { height: ${(i + 1) * FRAME_STEP_REM * times}rem; }`).join(
    " ",
  );

export const devMailStyle = `
:root { color-scheme: light dark; --paper: #faf8f4; --surface: #fff; --line: #dcd5c8; --edge: #77705f; --ink: #20242b; --soft: #55585e; --link: #1e4577; --on-link: #fff; }
@media (prefers-color-scheme: dark) { :root { --paper: #14171c; --surface: #1c2027; --line: #3b424d; --edge: #8b919c; --ink: #ece9e2; --soft: #b9b7b1; --link: #a9c6f0; --on-link: #0d1b2e; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.5 Inter, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; border-top: 4px solid #9d2b38; }
header, main { max-width: 66rem; margin: 0 auto; padding: 1rem 1.25rem; }
header { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; }
header p { margin: 0; color: var(--soft); }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 1rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 1.5rem 0 .5rem; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.search { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 0 0 1rem; }
label { display: grid; gap: .25rem; flex: 1 1 14rem; }
input { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--edge); border-radius: 4px; padding: .5rem .75rem; min-height: 2.75rem; width: 100%; }
button { font: inherit; font-weight: 600; color: var(--on-link); background: var(--link); border: 0; border-radius: 4px; padding: .5rem 1.25rem; min-height: 2.75rem; cursor: pointer; }
table { border-collapse: collapse; width: 100%; background: var(--surface); }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { color: var(--soft); font-weight: 400; }
td:first-child { white-space: nowrap; font-variant-numeric: tabular-nums; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: .25rem 1.25rem; margin: 0 0 1rem; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
nav:not(.pages) { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; border-bottom: 1px solid var(--line); margin: 0 0 1rem; }
nav:not(.pages) a { padding: .6rem 0; text-decoration: none; border-bottom: 3px solid transparent; }
nav:not(.pages) a[aria-current] { border-color: var(--link); font-weight: 600; }
iframe { width: 100%; border: 1px solid var(--line); background: #f1ede5; }
${heights(1)}
.other { margin-inline-start: auto; }
pre { background: var(--surface); border: 1px solid var(--line); padding: 1rem; overflow: auto; max-height: 80vh; font: .875rem/1.5 ui-monospace, "Cascadia Mono", Consolas, monospace; }
li { overflow-wrap: anywhere; margin: 0 0 .35rem; }
.pages { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; align-items: center; padding: 1rem 0; font-variant-numeric: tabular-nums; }
.pages a { display: inline-flex; align-items: center; min-height: 2.75rem; }
.pages button { background: none; color: var(--link); text-decoration: underline; font-weight: 400; padding: 0; }
th:nth-child(2) { width: 17rem; }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); }
  tr { display: block; padding: .5rem .75rem; border-bottom: 1px solid var(--line); }
  td { display: block; border: 0; padding: 0; }
  ${heights(1.7)}
  pre { white-space: pre-wrap; overflow-wrap: anywhere; max-height: none; padding: .75rem; font-size: .8125rem; }
  dl { grid-template-columns: 1fr; } dd { margin: 0 0 .4rem; }
}
`;
