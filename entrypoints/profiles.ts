import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startInPage } from '#extension/in-page.ts';

export default defineUnlistedScript(() =>
  startInPage({ find: () => ({ profiles: [], more: 0 }), watch: () => () => undefined }),
);
