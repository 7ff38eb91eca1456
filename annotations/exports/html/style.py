"""The style sheet of the HTML file: paper and ink, light and dark, screen and print."""

STYLE = """
:root { color-scheme: light dark; --paper: #fbf8f1; --ink: #26221c; --soft: #5c5449; --rule: #e5dece; --zhu: #b23a2b;
  --serif: "Songti SC", "Noto Serif CJK SC", "Source Han Serif SC", STSong, SimSun, serif;
  --sans: "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", system-ui, sans-serif; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #181613; --ink: #e2dccf; --soft: #b3a99b; --rule: #332f29; --zhu: #e57b67; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 44em; padding: 3em 1.5em 6em; background: var(--paper); color: var(--ink);
  font: 17px/1.9 var(--serif); line-break: strict; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.4; text-wrap: balance; break-after: avoid; }
h1 { font-size: 1.9em; margin: 0 0 .4em; }
h2 { font-size: 1.5em; margin: 2.6em 0 .5em; padding-top: 1em; border-top: 1px solid var(--rule); }
h3 { font-size: 1.15em; margin: 1.8em 0 .5em; }
h4, h5, h6 { font-size: 1em; margin: 1.4em 0 .4em; }
a { color: var(--zhu); text-underline-offset: .2em; }
.facts, .legend, nav, .notes, figcaption, footer { font: 14px/1.7 var(--sans); color: var(--soft); }
.legend { display: flex; flex-wrap: wrap; gap: .3em 1.2em; list-style: none; padding: 0; }
.legend li::before, .theme::before { content: ""; display: inline-block; width: .7em; height: .7em;
  margin-inline-end: .4em; border-radius: 2px; background: var(--c); }
.block { position: relative; margin: 0 0 .7em; text-align: justify; }
p.block { text-indent: 2em; }
blockquote.block { margin-inline: 2em; }
p.list { text-indent: 0; margin-inline-start: 2em; }
p.deep1 { margin-inline-start: 4em; } p.deep2 { margin-inline-start: 6em; } p.deep3 { margin-inline-start: 8em; }
p.caption { text-indent: 0; text-align: center; } p.caption, p.footnote { font-size: .88em; color: var(--soft); }
p.footnote { text-indent: 0; }
.sign { margin-inline-end: .4em; }
strong { font-weight: 700; }
em { font-style: normal; text-emphasis: filled dot; text-emphasis-position: under right; }
div.table { overflow-x: auto; }
div.table table { border-collapse: collapse; font-size: .88em; line-height: 1.6; }
div.table :is(td, th) { padding: .4em .7em; border: 1px solid var(--rule); text-align: start; vertical-align: top; }
div.table th { font-weight: 600; background: color-mix(in srgb, var(--soft) 9%, transparent); }
div.table td.beside { border: 0; padding-inline: 0 .5em; }
.beside .number { position: static; }
.number { position: absolute; inset-inline-start: -2.6em; width: 2em; text-indent: 0; text-align: end;
  font: 12px/2.6 var(--sans); color: var(--soft); text-decoration: none; }
mark { color: inherit; background: color-mix(in srgb, var(--c) 20%, transparent); }
mark.two { text-decoration: underline 2px var(--d); text-underline-offset: .22em; }
.to-note { font: 11px/1 var(--sans); vertical-align: super; text-decoration: none; margin-inline: .1em; }
.notes { padding-inline-start: 2em; }
.notes li { margin-bottom: .6em; }
.notes p, figure p { margin: 0; white-space: pre-line; }
.theme { color: var(--ink); margin-inline-end: .8em; }
figure { margin: 0 0 1.6em; padding-inline-start: 1em; border-inline-start: 3px solid var(--c); break-inside: avoid; }
figure blockquote { margin: 0; white-space: pre-line; }
.memo { margin: 0 0 1em; padding: .5em 1em; border-inline-start: 3px solid var(--zhu); white-space: pre-line;
  font: 15px/1.7 var(--sans); }
figure .note { font: 15px/1.7 var(--sans); }
@counter-style cited { system: extends decimal; prefix: "["; suffix: "] "; }
ol.sources { list-style: cited; padding-inline-start: 2.6em; }
ul.sources { list-style: none; padding: 0; }
@media (width < 60em) { p.block { text-indent: 0; } p.list { margin-inline-start: 1em; }
  .number { position: static; display: inline; margin-inline-end: .5em; } }
@media print { :root { --paper: #fff; --ink: #000; --soft: #444; color-scheme: light; }
  body { font-size: 11pt; max-width: none; padding: 0; } h2 { break-before: page; border: 0; } nav { display: none; }
  mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; } a { color: inherit; }
  @page { size: A4; margin: 24mm 22mm; } }
""".strip()
