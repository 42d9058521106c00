import { useEffect, useState } from 'preact/hooks';
import type { OutboundRequest, Overview } from '#contract/overview.ts';
import { useScreen } from '../screen/Screen.tsx';

/** Rows shown at first, and added at each "Show more". */
const STEP = 25;

/** Every request Latchkey made, for the rep to check that none was caused by a page. */
export function Requests(props: { overview: Overview | null }) {
  const { host, words } = useScreen();
  const [requests, setRequests] = useState<OutboundRequest[] | null>(null);
  const [shown, setShown] = useState(STEP);

  // Whatever changes what is kept may have made a request.
  useEffect(() => {
    let alive = true;
    host.outbound().then(
      (now) => alive && setRequests(now),
      () => undefined,
    );
    return () => {
      alive = false;
    };
  }, [host, props.overview]);

  const hidden = (requests?.length ?? 0) - shown;
  return (
    <section class="block" aria-labelledby="requests-title">
      <h2 id="requests-title">{words.t('requests')}</h2>
      <p class="small">{words.t('requestsWhy')}</p>
      {requests !== null &&
        (requests.length === 0 ? (
          <p>{words.t('requestsNone')}</p>
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a table that scrolls is no form
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <div class="scroller" role="group" tabIndex={0} aria-labelledby="requests-title">
            <table>
              <thead>
                <tr>
                  <th scope="col">{words.t('requestTime')}</th>
                  <th scope="col">{words.t('requestCause')}</th>
                  <th scope="col">{words.t('requestPath')}</th>
                  <th scope="col">{words.t('requestStatus')}</th>
                  <th scope="col" class="right">
                    {words.t('requestMs')}
                  </th>
                  <th scope="col" class="right">
                    {words.t('requestBytes')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {requests.slice(0, shown).map((one, index) => (
                  <Row key={`${one.at} ${requests.length - index}`} request={one} />
                ))}
              </tbody>
            </table>
          </div>
        ))}
      {hidden > 0 && (
        <button type="button" class="button more" onClick={() => setShown((n) => n + STEP)}>
          {words.count('showMore', Math.min(hidden, STEP))}
        </button>
      )}
    </section>
  );
}

function Row(props: { request: OutboundRequest }) {
  const { words } = useScreen();
  const { at, why, method, path, status, ms, bytes } = props.request;
  const ok = status >= 200 && status < 400;
  return (
    <tr>
      <td class="keep">{words.moment(at)}</td>
      <td>{words.t(`cause_${why}`)}</td>
      <td class="path">
        <bdi>
          {method} {path}
        </bdi>
      </td>
      <td class={ok ? '' : 'bad'}>{status === 0 ? words.t('noReply') : status}</td>
      <td class="right">{words.number(Math.round(ms))}</td>
      <td class="right">{words.number(bytes)}</td>
    </tr>
  );
}
