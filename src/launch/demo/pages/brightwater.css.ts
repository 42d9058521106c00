export const css = `
:root { color-scheme: light; --teal: #0f6e78; --deep: #0b2f3a; --line: #d8e3e4; }
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.55 "Avenir Next", "Segoe UI", Roboto, sans-serif; color: #22363c; background: #fbfdfd; }
a { color: var(--teal); }
header { display: flex; flex-wrap: wrap; gap: 12px 32px; align-items: center; justify-content: space-between;
  padding: 20px max(24px, calc(50vw - 560px)); background: #fff; border-bottom: 1px solid var(--line); }
.logo { font-size: 22px; letter-spacing: -.02em; color: var(--deep); text-decoration: none; }
.logo b { color: var(--teal); }
nav { display: flex; flex-wrap: wrap; gap: 8px 26px; align-items: center; }
nav a { color: var(--deep); text-decoration: none; font-size: 15px; }
nav a[aria-current] { color: var(--teal); font-weight: 600; }
nav .cta { background: var(--deep); color: #fff; padding: 8px 18px; border-radius: 99px; }
main { max-width: 1168px; margin: 0 auto; padding: 56px 24px 72px; }
h1 { font-size: clamp(30px, 5vw, 46px); line-height: 1.1; letter-spacing: -.02em; margin: 0 0 16px; color: var(--deep); }
.intro { max-width: 640px; margin-bottom: 44px; font-size: 18px; }
.kicker { margin: 0 0 8px; font-size: 13px; letter-spacing: .12em; text-transform: uppercase; color: var(--teal); }
.team { list-style: none; margin: 0; padding: 0; display: grid; gap: 32px 24px;
  grid-template-columns: repeat(auto-fill, minmax(190px, 1fr)); }
.card .portrait { width: 100%; aspect-ratio: 1; border-radius: 14px; display: block; }
.card h2 { margin: 12px 0 0; font-size: 18px; }
.card h2 a { color: var(--deep); text-decoration: none; }
.card h2 a:hover { text-decoration: underline; }
.title { margin: 2px 0 0; color: #577078; font-size: 15px; }
.press { margin: 6px 0 0; font-size: 13px; overflow-wrap: anywhere; }
.single { display: grid; gap: 40px; grid-template-columns: minmax(160px, 320px) 1fr; align-items: start; }
.single .portrait { width: 100%; border-radius: 18px; }
footer { padding: 28px max(24px, calc(50vw - 560px)); background: var(--deep); color: #b9d3d7; font-size: 13px; }
`;
