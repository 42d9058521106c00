import { Hono } from 'hono';
import { html } from 'hono/html';
import { type DemoSite, webPage } from './site.ts';

const css = `
:root { color-scheme: light; }
body { margin: 0 auto; max-width: 36rem; padding: 4rem 1.5rem; font: 16px/1.65 ui-monospace, Menlo, Consolas, monospace;
  color: #24292b; background: #fffdf6; }
a { color: #a63d00; }
h1 { font-size: 1.6rem; margin: 0; }
.role { margin: .25rem 0 1.5rem; color: #62685f; }
h2 { font-size: 1rem; margin: 2.5rem 0 .5rem; }
ol { padding: 0; list-style: none; }
time { color: #62685f; margin-right: 1ch; }
footer { margin-top: 4rem; font-size: 13px; color: #62685f; }
`;

const app = new Hono();

app.get('/', (c) =>
  c.html(
    webPage({
      title: 'Ravi Raman',
      description: 'Notes on keeping computers awake.',
      css,
      head: html`<link rel="me" href="https://social.example/@ravi">`,
      body: html`
        <main>
          <div class="h-card">
            <h1><a class="p-name u-url u-uid" rel="me" href="https://raviraman.example/">Ravi Raman</a></h1>
            <p class="role"><span class="p-job-title">Staff Reliability Engineer</span> at
              <a class="p-org h-card" href="https://zephyrcloud.example/">Zephyr Cloud</a>,
              <span class="p-locality">Seattle</span></p>
            <p class="p-note">I keep other people's computers awake so that they can sleep. I write here when something
            broke in a way that taught me something.</p>
          </div>
          <h2>Notes</h2>
          <ol>
            <li><time datetime="2026-04-19">2026-04-19</time><a href="/">The pager is an interface</a></li>
            <li><time datetime="2026-02-03">2026-02-03</time><a href="/">Backups are a rumour until restored</a></li>
            <li><time datetime="2025-11-28">2025-11-28</time><a href="/">A queue is a promise with a length</a></li>
          </ol>
        </main>
        <footer>An imaginary person's page. Made by hand, no trackers.</footer>`,
    }),
  ),
);

export const raviRaman: DemoSite = {
  host: 'raviraman.example',
  name: 'Ravi Raman',
  path: '/',
  shows: "An engineer's own page, marked up as an h-card.",
  app,
};
