/**
 * The one style sheet of the server's pages. Two colours carry meaning, ink blue for plan credits and the main action,
 * brass for top-up credits; all else is paper and ink. Both themes hold WCAG AA contrast.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf8, #17181b); --card: light-dark(#fff, #1f2125);
  --ink: light-dark(#1d1f23, #ececea); --soft: light-dark(#5f636b, #a3a7af);
  --line: light-dark(#e5e2dc, #33363c); --edge: light-dark(#85888f, #7d828b);
  --plan: light-dark(#22577a, #7fb6d9); --on-plan: light-dark(#fff, #0d1a22);
  --topup: light-dark(#8a5a12, #e0b165); --good: light-dark(#2c6e49, #7cc79b);
  --warn: light-dark(#9a3412, #f0a37e); --warn-wash: light-dark(#fbeee6, #3a2820); --wash: light-dark(#eef3f6, #22303a);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
body > header { border-bottom: 1px solid var(--line); }
.bar { display: flex; align-items: center; flex-wrap: wrap; gap: 8px 16px; max-width: 720px; margin: 0 auto; padding: 12px 16px; }
.brand { display: inline-flex; align-items: center; gap: 8px; min-height: 24px; color: inherit; font-weight: 600; text-decoration: none; }
.brand svg { color: var(--topup); }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-left: auto; }
nav a, nav button { display: inline-flex; align-items: center; min-height: 24px; }
nav a[aria-current] { color: inherit; text-decoration: none; font-weight: 600; }
main { max-width: 720px; margin: 0 auto; padding: 32px 16px 64px; }
main.narrow { max-width: 440px; }
h1 { margin: 0 0 8px; font-size: 26px; line-height: 1.2; letter-spacing: -.01em; }
h2 { margin: 32px 0 8px; font-size: 17px; line-height: 1.3; }
p { margin: 0 0 12px; } ol { padding-left: 20px; } li { margin: 4px 0; }
a { color: var(--plan); }
.soft { color: var(--soft); }
.lead { color: var(--soft); margin-bottom: 24px; }
code { font: 13px/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; background: var(--wash); border-radius: 4px; padding: 2px 5px; overflow-wrap: anywhere; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 16px; }
.code { display: flex; justify-content: center; gap: .5em; margin: 16px 0 24px; padding: 20px 8px; background: var(--wash); border-radius: 8px; font: 600 clamp(28px, 9vw, 44px)/1 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; letter-spacing: .08em; font-variant-numeric: tabular-nums slashed-zero; }
label { display: block; margin: 16px 0 4px; font-weight: 550; }
.hint { margin: 4px 0 0; font-size: 13px; color: var(--soft); }
input, select { width: 100%; min-height: 40px; padding: 8px 10px; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge); border-radius: 7px; }
input[aria-invalid=true] { border-color: var(--warn); }
button { font: inherit; color: inherit; cursor: pointer; }
.btn { min-height: 40px; padding: 8px 14px; border: 1px solid var(--edge); border-radius: 7px; background: var(--card); }
.btn.main { background: var(--plan); border-color: var(--plan); color: var(--on-plan); font-weight: 600; }
.btn.small { min-height: 32px; padding: 4px 10px; }
.link { border: 0; padding: 0; background: none; color: var(--plan); text-decoration: underline; }
form.card > label:first-of-type { margin-top: 0; }
.acts + .hint, form + .hint { margin-top: 16px; }
form.stack > .btn { width: 100%; margin-top: 24px; }
.acts { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; }
.acts.two > form { flex: 1; } .acts.two .btn { width: 100%; }
:focus-visible { outline: 2px solid var(--plan); outline-offset: 2px; }
.note { margin: 0 0 16px; padding: 12px; border-radius: 8px; background: var(--wash); }
.note.warn { background: var(--warn-wash); } .note.warn b { color: var(--warn); } .note p:last-child { margin: 0; }
ul.rows { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
ul.rows > li { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; margin: 0; padding: 12px 16px; }
ul.rows > li + li { border-top: 1px solid var(--line); }
ul.rows .what { flex: 1 1 240px; min-width: 0; overflow-wrap: anywhere; }
.number { font-weight: 650; font-variant-numeric: tabular-nums; } .plan { color: var(--plan); } .topup { color: var(--topup); }
main.wide { max-width: 1080px; }
.table { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
table { width: 100%; border-collapse: collapse; font-size: 14px; } th { font-weight: 550; color: var(--soft); }
th, td { padding: 8px 12px; text-align: left; vertical-align: top; } td.n, th.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
tbody tr { border-top: 1px solid var(--line); } td time { white-space: nowrap; } td bdi { overflow-wrap: anywhere; }
.tag { display: inline-block; padding: 0 6px; border: 1px solid var(--edge); border-radius: 10px; font-size: 12px; line-height: 18px; } .tag.warn { color: var(--warn); border-color: var(--warn); }
.figures { display: flex; flex-wrap: wrap; gap: 8px 32px; margin: 0 0 16px; } .figures > div { display: flex; flex-direction: column-reverse; } .figures dt { font-size: 13px; } .figures dd { font-size: 20px; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(180px, 1fr)); gap: 0 16px; }
ul.rows + .card, .card + details, .card + .more { margin-top: 12px; } details.card > form > .btn { margin-top: 16px; }
.more { display: flex; gap: 16px; margin: 16px 0 0; }
ul.rows details { flex-basis: auto; } ul.rows details[open] { flex: 1 1 100%; } ul.rows details > form > .btn { margin-top: 12px; }
details > summary { display: inline-flex; align-items: center; list-style: none; cursor: pointer; }
details > summary::-webkit-details-marker { display: none; }
details[open] > summary { margin-bottom: 8px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 4px 16px; margin: 0; } dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
@media (prefers-reduced-motion: no-preference) { .btn, a { transition: background-color .12s, border-color .12s; } }
`;

/** The key, in brass where a colour can be given. */
export const ICON = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#b0741a" stroke-width="2" stroke-linecap="round"><circle cx="8" cy="12" r="4.5"/><path d="M12.5 12H21v4M17 12v3"/></svg>`;
