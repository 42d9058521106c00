import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startInPage } from '#extension/in-page.ts';
import { findProfiles } from '#profiles/find.ts';
import { watchProfiles } from '#profiles/watch.ts';

export default defineUnlistedScript(() => startInPage({ find: findProfiles, watch: watchProfiles }));
