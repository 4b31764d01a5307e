/** Colours by what they mean: light first, dark where the reader's system asks for it. Text on any of the grounds has a contrast of at least 4.5. */
export const STYLE = `
:root { color-scheme: light dark; --paper: #f4f6f9; --card: #fff; --ink: #172033; --soft: #535f73; --line: #dce1e9;
  --model: #1d5fd1; --positive: #c0440f; --negative: #7b8799; --quiet: #8b95a6; --good: #1a7a4c; --alarm: #bd2a2a; }
@media (prefers-color-scheme: dark) { :root { --paper: #0e131a; --card: #171e28; --ink: #e9edf4; --soft: #a9b4c4; --line: #2e3846;
  --model: #6fabff; --positive: #ff9c5f; --negative: #8491a5; --quiet: #7c889b; --good: #56d394; --alarm: #ff8b82; } }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Open Sans", sans-serif; color: var(--ink); background: var(--paper);
  margin: 0 auto; max-width: 1240px; padding: clamp(.6rem, 2.5vw, 2rem); -webkit-text-size-adjust: 100%; }
header { margin: .4rem 0 1.1rem; } h1 { font-size: clamp(1.4rem, 4vw, 2rem); line-height: 1.2; letter-spacing: -.015em; margin: 0 0 .35rem; overflow-wrap: anywhere; }
h2 { font-size: 1.06rem; line-height: 1.3; margin: 0 0 .3rem; } h3 { font-size: .92rem; margin: 0 0 .1rem; overflow-wrap: anywhere; } h3 .soft { font-weight: 400; white-space: nowrap; }
p { margin: 0 0 .5rem; overflow-wrap: anywhere; } code { font-size: .85em; overflow-wrap: anywhere; } .soft, figcaption { color: var(--soft); font-size: .88rem; }
.verdict { display: flex; flex-wrap: wrap; gap: .4rem .75rem; align-items: baseline; background: var(--card); border: 1px solid var(--line); border-left: 5px solid var(--tone);
  border-radius: 10px; padding: .7rem .9rem; margin: .8rem 0 0; } .verdict b { color: var(--card); background: var(--tone); border-radius: 6px; padding: .05rem .5rem; font-size: .88rem; white-space: nowrap; } .verdict p { margin: 0; flex: 1 1 15rem; }
.passes { --tone: var(--good); } .fails { --tone: var(--alarm); }
dl.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 145px), 1fr)); gap: .6rem; margin: 0 0 1rem; }
dl.numbers div, section { background: var(--card); border: 1px solid var(--line); border-radius: 12px; min-width: 0; }
dl.numbers div { padding: .65rem .8rem; } dl.numbers dt { color: var(--soft); font-size: .82rem; } dl.numbers dd { margin: 0; }
.big { font-size: 1.6rem; line-height: 1.25; font-weight: 650; letter-spacing: -.015em; font-variant-numeric: tabular-nums; } dd.soft { font-size: .8rem; line-height: 1.35; }
main { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 330px), 1fr)); }
section { padding: .85rem .75rem .8rem; } section.wide { grid-column: 1 / -1; } @media (min-width: 500px) { section { padding: 1rem 1.1rem; } }
figure { margin: .4rem 0 0; } svg { display: block; width: 100%; max-width: 470px; height: auto; margin: 0 auto; }
figcaption ul { list-style: none; margin: .35rem 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: .1rem 1rem; } figcaption li { display: flex; gap: .45rem; align-items: baseline; }
.several { display: grid; gap: .8rem 1.4rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr)); } .drift { display: grid; gap: 1rem 1.6rem; }
@media (min-width: 700px) { section:not(.wide) > h2 + p:not(.missing) { min-height: 3em; } } @media (min-width: 1000px) { .drift:has(.shifts) { grid-template-columns: minmax(0, 1fr) minmax(0, 2fr); } }
.chart text { white-space: pre; }
i { flex: none; display: inline-block; width: 1em; height: .7em; background: var(--tone); } i.line { height: 0; border-top: 3px solid var(--tone); background: none; align-self: center; }
i.dash { height: 0; border-top: 2px dashed var(--tone); background: none; align-self: center; } i.tick { width: 3px; height: .9em; } i.ring { width: .75em; height: .75em; border: 2px solid var(--tone); border-radius: 50%; background: none; }
i.diamond { width: .6em; height: .6em; transform: rotate(45deg); margin: 0 .15em; } i.dot { width: .7em; height: .7em; border-radius: 50%; }
table { border-collapse: collapse; width: 100%; margin-top: .5rem; font-size: .88rem; font-variant-numeric: tabular-nums; } th, td { padding: .22rem .3rem; text-align: right; border-bottom: 1px solid var(--line); }
th, td { white-space: nowrap; } th { font-weight: 500; } th:first-child, td.words { text-align: left; } td.words { color: var(--soft); white-space: normal; width: 60%; }`;
