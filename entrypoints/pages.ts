import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { lend } from '#extension/in-page.ts';
import { PAGE_READERS } from '#profiles/page-readers.ts';

export default defineUnlistedScript(() => lend(PAGE_READERS));
