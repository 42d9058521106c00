/** Drawings of the three steps: ornaments, what they show is said beside them. */

const KEY = 'M9.4 9H16v3M13 9v2.200M9.5 9a3.3 3.3 0 1 1-6.6 0a3.3 3.3 0 0 1 6.6 0Z';

/** The browser's bar with the key among its icons, and the pin. */
export function PinPicture() {
  return (
    <svg class="drawing" viewBox="0 0 220 120" aria-hidden="true">
      <path class="sheet" d="M10 20h200v90H10Z" />
      <path class="edge" d="M10 44h200" />
      <rect class="field-line" x="20" y="27" width="118" height="10" rx="5" />
      <circle class="quiet" cx="152" cy="32" r="5" />
      <rect class="wash" x="164" y="23" width="20" height="18" rx="4" />
      <path class="brass" d={KEY} transform="translate(164.5 23)" />
      <circle class="quiet" cx="198" cy="32" r="5" />
      <path class="sheet lifted" d="M106 52h92v48h-92Z" />
      <path class="brass" d={KEY} transform="translate(114 58)" />
      <rect class="text-line" x="138" y="64" width="32" height="5" rx="2.5" />
      <path class="blue" d="M184 61h6l-1 5l3 3h-10l3-3ZM187 69v5" />
      <circle class="quiet" cx="122" cy="87" r="5" />
      <rect class="field-line" x="138" y="85" width="40" height="5" rx="2.5" />
    </svg>
  );
}

/** The server's page with the code to approve. */
export function SignInPicture() {
  return (
    <svg class="drawing" viewBox="0 0 220 120" aria-hidden="true">
      <path class="sheet" d="M40 14h140v96H40Z" />
      <rect class="text-line" x="82" y="28" width="56" height="6" rx="3" />
      <rect class="wash" x="62" y="44" width="96" height="26" rx="5" />
      <path class="ink" d="M74 57h10M90 57h10M120 57h10M136 57h10M107 57h6" />
      <rect class="blue-fill" x="80" y="82" width="60" height="16" rx="5" />
      <path class="on-blue" d="M104 90l4 4l8-8" />
    </svg>
  );
}

/** A page with a person, and beside it the panel with the revealed line. */
export function RevealPicture() {
  return (
    <svg class="drawing" viewBox="0 0 220 120" aria-hidden="true">
      <path class="sheet" d="M10 14h200v96H10Z" />
      <circle class="quiet" cx="44" cy="44" r="14" />
      <rect class="text-line" x="66" y="36" width="44" height="6" rx="3" />
      <rect class="field-line" x="66" y="48" width="34" height="5" rx="2.5" />
      <rect class="field-line" x="28" y="72" width="82" height="5" rx="2.5" />
      <rect class="field-line" x="28" y="84" width="66" height="5" rx="2.5" />
      <path class="edge" d="M126 14v96" />
      <path class="brass" d={KEY} transform="translate(132 18)" />
      <rect class="text-line" x="154" y="25" width="36" height="5" rx="2.5" />
      <rect class="blue-fill" x="136" y="42" width="44" height="4" rx="2" />
      <rect class="brass-fill" x="181" y="42" width="12" height="4" rx="2" />
      <circle class="wash" cx="143" cy="64" r="7" />
      <rect class="text-line" x="155" y="61" width="34" height="5" rx="2.5" />
      <rect class="lifted sheet" x="136" y="78" width="64" height="18" rx="4" />
      <rect class="ink-fill" x="142" y="84.5" width="38" height="5" rx="2.5" />
      <path class="green" d="M187 87l2.5 2.500l4.5-5" />
    </svg>
  );
}
