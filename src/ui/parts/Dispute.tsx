import { useId, useState } from 'preact/hooks';
import type { DisputeReason } from '#contract/credits.ts';
import { useScreen } from '../screen/Screen.tsx';
import { Asking, AskingForm, type Ends } from './Asking.tsx';

const REASONS: readonly DisputeReason[] = ['bounced', 'wrong', 'other'];

/** The way back for a contact that was of no use: why, an optional word, and the credits are asked back. */
export function Dispute(props: {
  /** Of the charge's receipt. */
  id: string;
}) {
  const { words } = useScreen();
  return (
    <Asking
      button={words.t('dispute')}
      look="link"
      asked={words.t('disputed')}
      form={(ends) => <DisputeForm id={props.id} {...ends} />}
    />
  );
}

function DisputeForm({ id, ...ends }: { id: string } & Ends) {
  const { host, words } = useScreen();
  const group = useId();
  const [reason, setReason] = useState<DisputeReason>('bounced');
  return (
    <AskingForm
      noteLabel={words.t('disputeNote')}
      submit={words.t('disputeSend')}
      asked={words.t('disputed')}
      valid
      ask={(note) => host.ask('dispute', { id, reason, note })}
      {...ends}
    >
      <fieldset>
        <legend>{words.t('disputeWhy')}</legend>
        {REASONS.map((one) => (
          <label class="option" key={one}>
            <input type="radio" name={group} checked={reason === one} onChange={() => setReason(one)} />
            <span>{words.t(`dispute_${one}`)}</span>
          </label>
        ))}
      </fieldset>
    </AskingForm>
  );
}
