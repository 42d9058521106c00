import type { ComponentChildren } from 'preact';

/** One kind of credits in the purse: its name, how many, and what happens to them. */
export function Row(props: { kind: string; name: string; amount: string; children: ComponentChildren }) {
  return (
    <div class="kind">
      <dt>
        <i class={`dot ${props.kind}`} />
        {props.name}
      </dt>
      <dd class="kind-amount">{props.amount}</dd>
      <dd class="kind-note">{props.children}</dd>
    </div>
  );
}
