import { render } from 'preact';
import { createHost } from '#extension/host.ts';
import { Popup } from '#ui/popup/Popup.tsx';
import '#ui/style.css';

render(<Popup host={createHost()} />, document.body);
