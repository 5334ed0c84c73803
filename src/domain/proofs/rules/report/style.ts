/** How a report looks, on a screen and on A4: black on white, system fonts, nothing that needs colour to be understood. */
export const STYLE = `
@page { size: A4; margin: 20mm 18mm 22mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; color: #45515e } }
:root { color-scheme: light }
* { box-sizing: border-box }
body { margin: 0; background: #fff; color: #16202b; font: 15px/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1.25rem 3rem }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 1.25rem 0 1rem }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.25rem 0 .5rem; padding-top: .75rem; border-top: 2px solid #16202b }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 1.75rem 0 .5rem }
h4 { font-size: .95rem; margin: 1rem 0 .5rem }
h5, h6 { font-size: .95rem; margin: .75rem 0 .25rem }
p, ul { margin: .5rem 0 }
li { margin: .25rem 0; overflow-wrap: anywhere }
.vouched { margin: 0; padding: .75rem 1rem; border: 2px solid #16202b; font-weight: 600 }
.lead { font-size: 1.1rem }
.small { font-size: .85rem; color: #45515e }
table { width: 100%; border-collapse: collapse; margin: .5rem 0 }
th, td { text-align: left; vertical-align: top; padding: .4rem .75rem .4rem 0; border-bottom: 1px solid #c9d0d8; overflow-wrap: anywhere }
.facts th { width: 13rem; font-weight: 600 }
.many { font-size: .85rem }
.many th, .many td { overflow-wrap: normal }
.many td:first-child { width: 40% }
.many td:nth-child(3) { white-space: nowrap }
.many thead { display: table-header-group }
.num { text-align: right }
code { font: .85em/1.4 ui-monospace, Consolas, Menlo, monospace; overflow-wrap: anywhere }
blockquote { margin: .25rem 0; padding: .25rem 1rem; border-left: 4px solid #8793a0 }
footer { margin-top: 2.5rem; padding-top: .75rem; border-top: 1px solid #8793a0; font-size: .85rem }
@media (max-width: 34rem) { .many thead { display: none } .many td { display: block; width: auto; text-align: left; border: 0; padding: .1rem 0 } .many td[data-head]::before { content: attr(data-head) ": "; font-weight: 600 } .many tr { display: block; padding: .5rem 0; border-bottom: 1px solid #c9d0d8 } .facts th, .facts td { display: block; width: auto } .facts th { border: 0; padding-bottom: 0 } }
@media print {
  body { font-size: 10.5pt }
  main { max-width: none; padding: 0 }
  h2, h3, h4, h5, h6, .vouched { break-after: avoid }
  tr, .vouched, li { break-inside: avoid }
  a { color: inherit }
}
`.trim();
