import { render } from 'preact';
import { createHost } from '#extension/host.ts';
import { Settings } from '#ui/settings/Settings.tsx';
import '#ui/style.css';

render(<Settings host={createHost()} />, document.body);
