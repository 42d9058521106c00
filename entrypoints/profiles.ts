import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startInPage } from '#extension/in-page.ts';
import { followProfiles } from '#profiles/follow.ts';

export default defineUnlistedScript(() => startInPage(followProfiles));
