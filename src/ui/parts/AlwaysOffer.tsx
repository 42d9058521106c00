import type { PageView } from '#contract/messages.ts';
import { useScreen } from '../screen/Screen.tsx';
import { hostOf } from './Person.tsx';

/** On a site that is read only after a click on the icon: the offer to read it always; `brief` where room is short. */
export function AlwaysOffer(props: {
  page: Extract<PageView, { kind: 'seen' }>;
  look: () => Promise<void>;
  brief?: boolean;
}) {
  const { host, words, announce } = useScreen();
  const { origin, always } = props.page;
  if (always !== 'offer') return null;
  const site = hostOf(origin);

  const allow = async () => {
    // Nothing may be awaited before this: the browser asks only in the click itself.
    const allowed = await host.allowSite(origin).catch(() => false);
    announce(words.t(allowed ? 'alwaysOn' : 'alwaysOff', site));
    await props.look();
  };

  const button = (
    <button type="button" class="button small" title={words.t('alwaysWhy')} onClick={() => void allow()}>
      {words.t('alwaysOffer', site)}
    </button>
  );
  if (props.brief) return button;
  return (
    <div class="always">
      <p>{words.t('alwaysWhy')}</p>
      {button}
    </div>
  );
}
