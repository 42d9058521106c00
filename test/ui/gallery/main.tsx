import { render } from 'preact';
import { Panel } from '#ui/panel/Panel.tsx';
import { Popup } from '#ui/popup/Popup.tsx';
import { Settings } from '#ui/settings/Settings.tsx';
import '#ui/style.css';
import { Welcome } from '#ui/welcome/Welcome.tsx';
import { FakeHost, type Script } from './fake-host.ts';
import { type PageName, states } from './states.ts';

const pages = { popup: Popup, panel: Panel, settings: Settings, welcome: Welcome };

/** What the tests hold on to. */
export interface Gallery {
  host: FakeHost;
  states: Record<PageName, string[]>;
  show(page: PageName, state: string, language?: string): void;
}

declare global {
  interface Window {
    gallery: Gallery;
    hacked?: boolean;
  }
}

const root = document.getElementById('app');
if (root === null) throw new Error('the gallery has no root');

const names = Object.fromEntries(Object.entries(states).map(([page, rows]) => [page, Object.keys(rows)]));

window.gallery = {
  host: new FakeHost(scriptOf('popup', 'ready'), 'en'),
  states: names as Record<PageName, string[]>,
  show(page, state, language = 'en') {
    render(null, root);
    window.gallery.host = new FakeHost(copyOf(scriptOf(page, state)), language);
    const Page = pages[page];
    render(<Page host={window.gallery.host} />, root);
  },
};

// To look at one by hand: ?page=panel&state=exhausted&width=320&language=de
const asked = new URLSearchParams(location.search);
const width = asked.get('width');
if (width !== null) document.body.style.inlineSize = `${Number(width)}px`;
window.gallery.show(
  (asked.get('page') ?? 'popup') as PageName,
  asked.get('state') ?? 'ready',
  asked.get('language') ?? 'en',
);

function scriptOf(page: PageName, state: string): Script {
  const script = states[page][state];
  if (script === undefined) throw new Error(`no state "${state}" of ${page}`);
  return script;
}

/** The table's rows are not to be changed by a test that scripts further. */
function copyOf(script: Script): Script {
  return { ...script, overview: structuredClone(script.overview) };
}
