/** The report's style sheet: light and dark by the reader's setting, one column on a phone, black on white on paper. */
export const style = `
:root { color-scheme: light dark; --page: #fff; --text: #1a1a1a; --soft: #595959; --line: #d5d5d5; --head: #f3f3f1; --link: #0b57a4;
  --posting: #d7efdc; --slow: #f3f0c8; --silent: #f9ddd0; --absent: #eeeeec; --unknown: #e2e6f5; }
@media (prefers-color-scheme: dark) { :root { --page: #16181b; --text: #e9e9e7; --soft: #b0b0ac; --line: #3b3f45; --head: #212429; --link: #8ec2ff;
  --posting: #16402a; --slow: #423d12; --silent: #552a17; --absent: #26282b; --unknown: #2a3050; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 90rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.3rem; margin-top: 2.5rem; } h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem; }
p, ul, dl { max-width: 48rem; } nav ul, .legend { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
a { color: var(--link); } :focus-visible { outline: 3px solid var(--link); outline-offset: 1px; }
.skip { position: absolute; left: -100vw; } .skip:focus { left: 1rem; top: .25rem; background: var(--page); }
.lead { font-size: 1.15rem; } small, .soft { color: var(--soft); font-size: .85em; }
.scroll { overflow-x: auto; max-width: 100%; border: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; font-size: .875rem; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .55rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; min-width: 6.5rem; overflow-wrap: break-word; }
thead th { background: var(--head); position: sticky; top: 0; } tbody th { font-weight: 600; }
code { font-size: .85em; overflow-wrap: anywhere; } tr:target > * { box-shadow: inset 0 0 0 2px var(--link); }
.posting { background: var(--posting); } .slow { background: var(--slow); } .silent { background: var(--silent); }
.absent { background: var(--absent); } .unknown { background: var(--unknown); } .missing { color: var(--soft); font-style: italic; }
.grid td a { color: inherit; text-decoration-color: var(--soft); } .grid td small { display: block; overflow-wrap: anywhere; } .grid td div + div { margin-top: .3rem; }
.grid div::before, .legend li::before { margin-right: .35em; color: var(--soft); }
div.posting::before, li.posting::before { content: "●" / ""; } div.slow::before, li.slow::before { content: "◐" / ""; }
div.silent::before, li.silent::before { content: "○" / ""; } div.absent::before, li.absent::before { content: "–" / ""; }
div.unknown::before, li.unknown::before { content: "?" / ""; }
.legend li { padding: .1rem .6rem; } .grid tbody th { position: sticky; left: 0; background: var(--page); min-width: 9rem; max-width: 14rem; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; } .filters[hidden] { display: none; }
input, select { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--soft); padding: .25rem .4rem; max-width: 100%; min-height: 2rem; }
summary { cursor: pointer; padding: .35rem 0; } dt { font-weight: 600; } dd { margin: 0 0 .5rem 1rem; }
footer { margin-top: 2rem; border-top: 1px solid var(--line); }
@media (max-width: 40rem) { body { padding: .75rem; } .grid tbody th { min-width: 7rem; max-width: 8.5rem; } thead th { position: static; } }
@media print { :root { --page: #fff; --text: #000; --soft: #444; --line: #999; --head: #eee; --link: #000; color-scheme: light;
    --posting: #d7efdc; --slow: #f3f0c8; --silent: #f9ddd0; --absent: #eeeeec; --unknown: #e2e6f5; }
  body { max-width: none; padding: 0; font-size: 9pt; } table { font-size: 7pt; } .scroll { overflow: visible; border: 0; } th, td { min-width: 0; padding: .15rem .3rem; }
  nav, .filters, .skip { display: none; } tr { break-inside: avoid; } thead th, .grid tbody th { position: static; min-width: 0; } td { print-color-adjust: exact; } @page { size: A4 landscape; margin: 12mm; } }
`;
