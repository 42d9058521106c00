export const css = `
:root { color-scheme: light; --plum: #5a2a82; --line: #e4e0ea; }
* { box-sizing: border-box; }
body { margin: 0; font: 15px/1.5 Inter, "Helvetica Neue", Arial, sans-serif; color: #26222c; background: #f5f3f8; }
header { background: #fff; border-bottom: 1px solid var(--line); padding: 12px max(20px, calc(50vw - 420px));
  display: flex; gap: 12px 24px; align-items: center; flex-wrap: wrap; }
.logo { font-weight: 800; font-size: 21px; color: var(--plum); text-decoration: none; letter-spacing: -.03em; }
form { display: flex; flex: 1 1 260px; }
input { flex: 1; min-width: 0; font: inherit; padding: 8px 14px; border: 1px solid var(--line); border-radius: 99px 0 0 99px; }
button { font: inherit; font-weight: 600; color: #fff; background: var(--plum); border: 0; padding: 8px 18px; cursor: pointer; }
form button { border-radius: 0 99px 99px 0; }
main { max-width: 840px; margin: 0 auto; padding: 24px 20px 64px; }
.count { color: #6c6475; margin: 0 0 12px; }
.results { list-style: none; margin: 0; padding: 0; background: #fff; border: 1px solid var(--line); border-radius: 12px; }
.results li { padding: 14px 20px; border-bottom: 1px solid var(--line); display: grid; gap: 0 16px;
  grid-template-columns: 44px 1fr; align-items: center; }
.results li:last-child { border-bottom: 0; }
.mark { width: 44px; height: 44px; border-radius: 50%; background: #e9defa; color: var(--plum); display: grid;
  place-items: center; font-weight: 700; }
.who a { color: var(--plum); font-weight: 600; text-decoration: none; }
.who a:hover { text-decoration: underline; }
.who p { margin: 0; color: #6c6475; }
.pages { display: flex; flex-wrap: wrap; gap: 8px; justify-content: center; margin-top: 20px; }
.pages a { min-width: 36px; text-align: center; padding: 6px 10px; border-radius: 8px; color: var(--plum);
  background: #fff; border: 1px solid var(--line); text-decoration: none; }
.pages a[aria-current] { background: var(--plum); color: #fff; }
.more { display: block; margin: 20px auto 0; border-radius: 99px; }
.single { background: #fff; border: 1px solid var(--line); border-radius: 12px; padding: 32px; }
.single h1 { margin: 0; font-size: 28px; }
.single p { margin: 4px 0 0; color: #6c6475; }
.single .back { display: inline-block; margin-bottom: 16px; color: var(--plum); }
footer { text-align: center; color: #6c6475; font-size: 13px; padding: 0 20px 40px; }
`;
