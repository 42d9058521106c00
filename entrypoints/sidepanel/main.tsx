import { render } from 'preact';
import { createHost } from '#extension/host.ts';
import { Panel } from '#ui/panel/Panel.tsx';
import '#ui/style.css';

render(<Panel host={createHost()} />, document.body);
