import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lend } from '#extension/in-page.ts';
import { MARKUPS } from '#profiles/markup/markups.ts';

export default defineUnlistedScript(() => lend(MARKUPS));
