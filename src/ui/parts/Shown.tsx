import type { Receipt } from '#contract/credits.ts';
import type { Known } from '#contract/overview.ts';
import type { Field } from '#contract/profile.ts';
import { Outside } from '../screen/Rich.tsx';
import { useScreen } from '../screen/Screen.tsx';
import { ContactCard } from './ContactCard.tsx';
import { Dispute } from './Dispute.tsx';
import { Icon } from './Icon.tsx';

/** A revealed contact with what it is, where it is from, and what it cost. */
export function Shown(props: {
  known: Extract<Known, { state: 'shown' }>;
  field: Field;
  /** Days in which the charge may be disputed; 0 when it may not be. */
  refundDays: number;
}) {
  const { words } = useScreen();
  const { contact, free, charged, receipt } = props.known;
  return (
    <ContactCard field={props.field} value={contact.value}>
      <p>
        {contact.verified ? (
          <span class="verified">
            <Icon name="done" size={12} />
            {words.t('verified')}
          </span>
        ) : (
          <span>{words.t('notVerified')}</span>
        )}
        {' · '}
        {words.t(`type_${contact.type}`)}
        {' · '}
        <Outside max={60}>{contact.provider}</Outside>
        {', '}
        <span class="keep">{words.day(contact.at)}</span>
        {receipt === null && (
          <>
            {' · '}
            {free === null ? words.count('charged', charged) : words.t(`free_${free}`)}
          </>
        )}
      </p>
      {receipt !== null && <ReceiptOf receipt={receipt} refundDays={props.refundDays} />}
    </ContactCard>
  );
}

/** The receipt of a charge, folded away behind its sum. */
function ReceiptOf(props: { receipt: Receipt; refundDays: number }) {
  const { words } = useScreen();
  const { charged, split, before, after, member, at, entry, refund } = props.receipt;
  const disputable = charged > 0 && refund === null && isWithin(at, props.refundDays);
  const paid = [
    { name: words.t('plan'), credits: split.plan },
    { name: words.t('addOn'), credits: split.addOn },
    { name: words.t('topUp'), credits: split.topUp },
  ].filter(({ credits }) => credits > 0);
  return (
    <details class="receipt">
      <summary>{words.count('charged', charged)}</summary>
      <dl>
        <div>
          <dt>{words.t('paidFrom')}</dt>
          <dd>{paid.map(({ name, credits }) => `${name} ${words.number(credits)}`).join(' · ')}</dd>
        </div>
        <div>
          <dt>{words.t('balance')}</dt>
          <dd>{words.t('fromTo', words.number(before), words.number(after))}</dd>
        </div>
        <div>
          <dt>{words.t('revealedBy')}</dt>
          <dd>
            <Outside>{member}</Outside>, {words.moment(at)}
          </dd>
        </div>
        <div>
          <dt>{words.t('receiptNumber')}</dt>
          <dd>{words.number(entry)}</dd>
        </div>
        {refund !== null && (
          <div>
            <dt>{words.t('givenBack')}</dt>
            <dd>
              {words.count('credits', refund.credits)}, {words.moment(refund.at)}
            </dd>
          </div>
        )}
      </dl>
      {disputable && <Dispute id={props.receipt.id} />}
    </details>
  );
}

/** Whether a moment is no longer ago than so many days. The server decides; this only spares an offer in vain. */
function isWithin(moment: string, days: number): boolean {
  return Date.now() - Date.parse(moment) < days * 86_400_000;
}
