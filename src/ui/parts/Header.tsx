import type { Overview } from '#contract/overview.ts';
import { Outside } from '../screen/Rich.tsx';
import { useScreen } from '../screen/Screen.tsx';
import { Icon } from './Icon.tsx';

/** Whose purse this is; in the side panel also what is left in it and the way to the settings. */
export function Header(props: { overview: Overview | null; panel: boolean }) {
  const { host, words } = useScreen();
  const workspace = props.overview?.me?.workspace.name;
  const balance = props.overview?.balance;
  return (
    <div class="top">
      <Icon name="key" size={18} />
      <h1 class="top-name">{workspace === undefined ? words.t('name') : <Outside>{workspace}</Outside>}</h1>
      {props.panel && balance && <span class="top-credits">{words.count('credits', balance.available)}</span>}
      {props.panel && (
        <button
          type="button"
          class="icon-button"
          aria-label={words.t('settings')}
          title={words.t('settings')}
          onClick={() => host.openSettings()}
        >
          <Icon name="settings" size={18} />
        </button>
      )}
    </div>
  );
}
