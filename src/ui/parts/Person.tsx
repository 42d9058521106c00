import type { Balance } from '#contract/credits.ts';
import { parsedUrl } from '#contract/parsed-url.ts';
import type { Profile } from '#contract/profile.ts';
import { cleanText } from '#contract/text.ts';
import { Outside } from '../screen/Rich.tsx';
import type { Reveals } from '../state/use-reveals.ts';
import { FieldOf } from './FieldOf.tsx';
import { FIELDS } from './fields.ts';

export interface PeopleDoings {
  reveals: Reveals;
  /** Null while nobody is signed in: then only what is public is shown. */
  balance: Balance | null;
  signedIn: boolean;
  look(): Promise<void>;
}

/** One person: who they are in two lines, and under them what can be revealed or was. */
export function Person(props: { profile: Profile; pageHost: string; alone: boolean } & PeopleDoings) {
  const { profile } = props;
  const host = hostOf(profile.url);
  const about = [profile.title, profile.company].filter((part) => part !== undefined && part !== '');
  return (
    <li class="person">
      <span class="initials" aria-hidden="true">
        {initials(profile.name)}
      </span>
      <div class="who">
        <h3 class="person-name">
          <Outside max={200}>{cleanText(profile.name, 200) || '?'}</Outside>
        </h3>
        {about.length > 0 && (
          <p class="about" title={about.map((part) => cleanText(part ?? '', 300)).join(' · ')}>
            {about.map((part, index) => (
              <span key={part}>
                {index > 0 && ' · '}
                <Outside>{part ?? ''}</Outside>
              </span>
            ))}
          </p>
        )}
        {host !== '' && host !== props.pageHost && (
          <p class="site">
            <Outside max={100}>{host}</Outside>
          </p>
        )}
      </div>
      <div class="fields">
        {FIELDS.map((field) => (
          <FieldOf key={field} field={field} {...props} />
        ))}
      </div>
    </li>
  );
}

/** First letters of the first and the last word, in any script; a question mark when there is no letter. */
export function initials(name: string): string {
  const parts = cleanText(name, 200).match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? [];
  const first = parts[0];
  if (first === undefined) return '?';
  const last = parts.length > 1 ? parts.at(-1) : undefined;
  return [first, last]
    .map((part) => (part === undefined ? '' : ([...part][0] ?? '')))
    .join('')
    .toLocaleUpperCase();
}

/** Host of an address without `www.`; empty when it is none. */
export function hostOf(url: string): string {
  return parsedUrl(url)?.host.replace(/^www\./, '') ?? '';
}
