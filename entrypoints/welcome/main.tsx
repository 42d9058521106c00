import { render } from 'preact';
import { createHost } from '#extension/host.ts';
import { Welcome } from '#ui/welcome/Welcome.tsx';
import '#ui/style.css';

render(<Welcome host={createHost()} />, document.body);
