import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lend } from '#extension/in-page.ts';
import { structure } from '#profiles/structure/structure.ts';

export default defineUnlistedScript(() => lend([structure]));
