import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { FakeHost, Sent } from './gallery/fake-host.ts';
import { type OpenGallery, openGallery } from './gallery/open.ts';
import { ada, jonas } from './gallery/people.ts';
import {
  balance,
  chargedNow,
  contact,
  pendingTopUp,
  poor,
  refusal,
  seen,
  shownAda,
  signedIn,
} from './gallery/states.ts';

let gallery: OpenGallery;

beforeAll(async () => {
  gallery = await openGallery();
  await gallery.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterAll(() => gallery.close());
beforeEach(async () => {
  await gallery.page.setViewportSize({ width: 380, height: 760 });
  gallery.errors();
});

const found = {
  kind: 'found',
  key: ada.key,
  field: 'email',
  contact,
  charged: 1,
  free: null,
  receipt: null,
} as const;

const email = () => gallery.page.getByRole('button', { name: /reveal the e-mail of Ada/ });
const phone = () => gallery.page.getByRole('button', { name: /reveal the phone number of Ada/ });
const status = () => gallery.page.getByRole('status');

/** Runs in the page with the screen's fake browser. */
const script = <A>(run: (host: FakeHost, argument: A) => unknown, argument: A) =>
  gallery.page.evaluate(
    ([source, value]) => {
      const { host } = (window as unknown as { gallery: { host: FakeHost } }).gallery;
      // The function travels as text; the gallery's own policy does not bind what the test evaluates.
      return new Function('host', 'argument', `(${source})(host, argument)`)(host, value);
    },
    [run.toString(), argument] as const,
  );

const sent = (name: string): Promise<Sent[]> =>
  gallery.page.evaluate(
    (name) =>
      (window as unknown as { gallery: { host: FakeHost } }).gallery.host.sent.filter((one) => one.name === name),
    name,
  );

describe('a click on Reveal', () => {
  test.each(['popup', 'panel'] as const)('in the %s sends one reveal with the price on the button', async (page) => {
    await gallery.show(page, 'ready');
    await phone().click();
    expect(await sent('reveal')).toEqual([
      {
        name: 'reveal',
        request: {
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          profile: ada,
          field: 'phone',
          maxCredits: 8,
          another: false,
        },
      },
    ]);
    await gallery.page.getByText('Looking for a phone number').waitFor();
  });

  test('on a person who left the page meanwhile spends nothing, and shows who is there', async () => {
    await gallery.show('panel', 'ready');
    // The page has moved on, and nothing has told the panel yet.
    await script(
      (host, page) => {
        host.page = page;
      },
      seen([jonas]),
    );
    await email().click();
    await gallery.page.getByRole('heading', { name: jonas.name }).waitFor();
    expect(await sent('reveal')).toEqual([]);
    expect(await email().count()).toBe(0);
  });

  test('sends the person as the page shows them by then', async () => {
    await gallery.show('panel', 'ready');
    const promoted = { ...ada, title: 'Chief Buyer' };
    await script(
      (host, page) => {
        host.page = page;
      },
      seen([promoted]),
    );
    await email().click();
    await expect.poll(() => sent('reveal')).toMatchObject([{ request: { profile: promoted } }]);
  });

  test('twice in a row spends once, even when the answer is there before the second', async () => {
    await gallery.show('panel', 'ready');
    await script(
      (host, refusal) => {
        host.answers.reveal = (request) => ({
          kind: 'refused',
          key: request.profile.key,
          field: request.field,
          refusal,
        });
      },
      refusal('price_changed', { next: 'retry', price: 2 }),
    );
    const box = await email().boundingBox();
    if (box === null) throw new Error('no button');
    await gallery.page.mouse.move(box.x + 30, box.y + 10);
    await gallery.page.mouse.down({ clickCount: 1 });
    await gallery.page.mouse.up({ clickCount: 1 });
    const again = await gallery.page.getByRole('button', { name: /2 credits/ }).boundingBox();
    if (again === null) throw new Error('no button with the new price');
    await gallery.page.mouse.move(again.x + 30, again.y + 10);
    await gallery.page.mouse.down({ clickCount: 2 });
    await gallery.page.mouse.up({ clickCount: 2 });
    expect(await sent('reveal')).toHaveLength(1);
    await gallery.page.mouse.click(again.x + 30, again.y + 10);
    expect((await sent('reveal')).map(({ request }) => request.maxCredits)).toEqual([1, 2]);
  });

  test('with Enter held down spends once', async () => {
    await gallery.show('panel', 'ready');
    await email().focus();
    for (let n = 0; n < 5; n++) await gallery.page.keyboard.down('Enter');
    await gallery.page.keyboard.up('Enter');
    expect(await sent('reveal')).toHaveLength(1);
  });

  test('shows as working at once, then as the value, and keeps the focus and tells a screen reader', async () => {
    await gallery.show('panel', 'ready');
    await script((host) => {
      host.answers.reveal = () => new Promise((resolve) => Object.assign(window, { resolve }));
    }, null);
    await email().focus();
    await gallery.page.keyboard.press('Enter');
    await gallery.page.getByText('Looking for an e-mail').waitFor();
    const group = gallery.page.getByRole('group', { name: 'E-mail of Ada Okafor' });
    expect(await group.evaluate((element) => element === document.activeElement)).toBe(true);
    await gallery.page.evaluate(
      (outcome) => (window as unknown as { resolve: (o: unknown) => void }).resolve(outcome),
      found,
    );
    await gallery.page.getByText(contact.value, { exact: true }).waitFor();
    expect(await group.evaluate((element) => element === document.activeElement)).toBe(true);
    await expect.poll(() => status().textContent()).toBe(`E-mail of Ada Okafor: ${contact.value}`);
    await gallery.page.keyboard.press('Tab');
    expect(await focused()).toBe(`Copy ${contact.value}`);
  });

  test('whose background dies is sent again with the same id', async () => {
    await gallery.show('panel', 'ready');
    await script((host, outcome) => {
      let calls = 0;
      host.answers.reveal = async () => {
        if (calls++ === 0) throw new Error('message channel closed');
        return outcome;
      };
    }, found);
    await email().click();
    await gallery.page.getByText(contact.value, { exact: true }).waitFor();
    const ids = (await sent('reveal')).map(({ request }) => request.id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size, 'both carry the id of the click').toBe(1);
  });

  test('whose background dies is healed by what was stored', async () => {
    await gallery.show('panel', 'ready');
    await script((host, known) => {
      host.answers.reveal = async () => {
        host.keep({ known: [known] });
        throw new Error('message channel closed');
      };
    }, shownAda);
    await email().click();
    await gallery.page.getByText(contact.value, { exact: true }).waitFor();
    expect(await sent('reveal')).toHaveLength(1);
  });

  test('that no background ever answers gives the button back', async () => {
    await gallery.show('panel', 'ready');
    await script((host) => {
      host.answers.reveal = async () => {
        throw new Error('message channel closed');
      };
    }, null);
    await email().click();
    await expect.poll(async () => (await sent('reveal')).length).toBe(3);
    await email().waitFor();
  });

  test('on Find another says so to the server', async () => {
    await gallery.show('panel', 'team');
    await gallery.page.getByRole('button', { name: /Find another/ }).click();
    expect((await sent('reveal'))[0]?.request).toMatchObject({ another: true, field: 'email', maxCredits: 1 });
  });
});

test('what is owned is opened, not revealed', async () => {
  await gallery.show('panel', 'mixed');
  await gallery.page.getByRole('button', { name: 'Show the e-mail of Jonas Lindqvist' }).click();
  expect(await sent('open')).toEqual([{ name: 'open', request: { key: jonas.key, field: 'email' } }]);
  expect(await sent('reveal')).toEqual([]);
});

test('a click while a price is not known is impossible', async () => {
  await gallery.show('panel', 'loadingPrices');
  await expect.poll(() => gallery.page.getByRole('button', { name: /reveal/ }).count()).toBe(0);
});

test('opening refreshes once, and only when signed in', async () => {
  await gallery.show('popup', 'ready');
  expect(await sent('refresh')).toEqual([{ name: 'refresh', request: { why: 'opened' } }]);
  await gallery.show('popup', 'signedOut');
  expect(await sent('refresh')).toEqual([]);
});

test('a value is copied and the screen reader told', async () => {
  await gallery.show('panel', 'mixed');
  await gallery.page.getByRole('button', { name: `Copy ${contact.value}` }).click();
  await expect.poll(() => gallery.page.evaluate(() => navigator.clipboard.readText())).toBe(contact.value);
  await expect.poll(() => status().textContent()).toBe('Copied');
});

test('where a known site’s page yields nobody, a line about its file is shown, copied and announced', async () => {
  await gallery.show('panel', 'nobodyMissed');
  const line = await gallery.page.locator('code').textContent();
  expect(line).toMatch(/^Latchkey \S+: sales-navigator, list 2, missed links$/);
  await gallery.page.getByRole('button', { name: 'Copy the line' }).click();
  await expect.poll(() => gallery.page.evaluate(() => navigator.clipboard.readText())).toBe(line);
  await expect.poll(() => status().textContent()).toBe('Copied');
  await gallery.show('panel', 'nobody');
  expect(await gallery.page.locator('code').count(), 'a page of no known site reports nothing').toBe(0);
});

test('mail and telephone are links of the right kind, and nothing else ever is', async () => {
  await gallery.show('panel', 'mixed');
  const links = () => gallery.page.getByRole('link').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  expect(await links()).toEqual([
    'mailto:ada.okafor@brightwater.example',
    'tel:+442079460018',
    'mailto:press@brightwater.example',
  ]);
  await gallery.show('panel', 'hostile');
  expect((await links()).every((href) => href?.startsWith('mailto:'))).toBe(true);
});

test('out of credits: a top-up is asked for, shown as pending, settled, and the refused reveal runs with one click', async () => {
  const { page } = gallery;
  await gallery.show('panel', 'exhausted');
  await page.getByText('5 credits short').waitFor();
  await page.getByRole('button', { name: 'Ask for a top-up' }).click();
  expect(await page.getByRole('radio', { name: '50', exact: true }).isChecked(), 'the smallest that covers it').toBe(
    true,
  );
  await page.getByRole('radio', { name: '500' }).check();
  await page.getByLabel(/Note/).fill('for the fair in June');
  await script((host) => {
    host.answers.requestTopUp = async () => ({ kind: 'ok' });
  }, null);
  await page.getByRole('button', { name: 'Ask for 500 credits' }).click();
  expect((await sent('requestTopUp')).map(({ request }) => request)).toEqual([
    { id: expect.stringMatching(/^[0-9a-f-]{36}$/), credits: 500, note: 'for the fair in June' },
  ]);
  await expect.poll(() => status().textContent()).toMatch(/Asked/);

  await script((host, balance) => host.keep({ balance }), { ...poor, pending: [pendingTopUp] });
  await page.getByText('A top-up of 500 credits is on its way').waitFor();

  await script((host, balance) => host.keep({ balance }), { ...poor, topUp: 503, available: 503 });
  await page.getByRole('button', { name: /Try again 8 credits/ }).click();
  expect((await sent('reveal')).map(({ request }) => request)).toEqual([
    expect.objectContaining({ field: 'phone', maxCredits: 8 }),
  ]);
  await page.getByText('Looking for a phone number').waitFor();
});

test('at the cap: more is asked for, and once it is raised the refused reveal runs with one click', async () => {
  const { page } = gallery;
  await gallery.show('panel', 'capped');
  const notice = page.locator('.notice');
  await notice.getByText('Your cap leaves you 0 credits; this costs 8.').waitFor();
  await notice.getByText('Nadia Haddad').waitFor();
  await notice.getByRole('button', { name: 'Ask for a higher cap' }).click();
  await script((host) => {
    host.answers.requestRaise = async () => ({ kind: 'ok' });
  }, null);
  await notice.getByRole('button', { name: 'Ask for 50 credits' }).click();
  expect((await sent('requestRaise')).map(({ request }) => request)).toEqual([
    { id: expect.stringMatching(/^[0-9a-f-]{36}$/), credits: 50, note: null },
  ]);
  expect(await sent('requestTopUp')).toEqual([]);
  await notice.getByText('Your admin decides').waitFor();

  const cap = { credits: 70, left: 20, resetsAt: balance.plan?.renewsAt ?? null, raisedUntil: null };
  await script((host, balance) => host.keep({ balance }), { ...balance, cap });
  await page.getByRole('button', { name: /Try again 8 credits/ }).click();
  expect((await sent('reveal')).map(({ request }) => request)).toEqual([
    expect.objectContaining({ field: 'phone', maxCredits: 8 }),
  ]);
});

test('the panel offers to ask for more as soon as the cap pays for nothing', async () => {
  await gallery.show('panel', 'ready');
  await gallery.page.getByText('60 credits').waitFor();
  expect(await gallery.page.getByRole('button', { name: 'Ask for a higher cap' }).count()).toBe(0);
  const cap = { credits: 50, left: 0, resetsAt: null, raisedUntil: null };
  await script((host, balance) => host.keep({ balance }), { ...balance, cap });
  await gallery.page.getByRole('button', { name: 'Ask for a higher cap' }).waitFor();
});

describe('a charge', () => {
  test('is disputed with a reason, and told to be', async () => {
    const { page } = gallery;
    await gallery.show('panel', 'disputeForm');
    await page.getByLabel('It reaches somebody else').check();
    await page.getByLabel('Note (optional)').fill('a namesake');
    await script((host) => {
      host.answers.dispute = async () => ({ kind: 'ok' });
    }, null);
    await page.getByRole('button', { name: 'Ask for the credits back' }).click();
    expect((await sent('dispute')).map(({ request }) => request)).toEqual([
      {
        id: chargedNow.state === 'shown' ? chargedNow.receipt?.id : '',
        reason: 'wrong',
        note: 'a namesake',
      },
    ]);
    await page.locator('.sentence').getByText('the credits come back to your team').waitFor();
  });

  test('that is too old says why it is refused', async () => {
    const { page } = gallery;
    await gallery.show('panel', 'disputeForm');
    await script(
      (host, refusal) => {
        host.answers.dispute = async () => ({ kind: 'refused', refusal });
      },
      refusal('too_late', { next: 'none' }),
    );
    await page.getByRole('button', { name: 'Ask for the credits back' }).click();
    await page.locator('.sentence').getByText('The time for this is over.').waitFor();
  });

  test('of long ago, or given back already, offers no dispute', async () => {
    for (const state of ['receipt', 'refunded']) {
      await gallery.show('panel', state);
      expect(await gallery.page.getByRole('button', { name: 'Report a problem' }).count(), state).toBe(0);
    }
    await gallery.page.getByText('Given back').waitFor();
  });
});

test('a top-up whose answer is lost is asked again under the same id', async () => {
  const { page } = gallery;
  await gallery.show('popup', 'exhausted');
  await page.getByRole('button', { name: 'Ask for a top-up' }).click();
  await script((host) => {
    host.answers.requestTopUp = async () => {
      throw new Error('message channel closed');
    };
  }, null);
  await page.getByRole('button', { name: 'Ask for 50 credits' }).click();
  await page.locator('.asking-form').getByText('Asking again is safe').waitFor();
  await page.getByRole('button', { name: 'Ask for 50 credits' }).click();
  await page.getByRole('radio', { name: '100' }).check();
  await page.getByRole('button', { name: 'Ask for 100 credits' }).click();
  await expect.poll(async () => (await sent('requestTopUp')).length).toBe(3);
  const [first, second, other] = (await sent('requestTopUp')).map(({ request }) => request.id);
  expect(second).toBe(first);
  expect(other, 'another wish is another request').not.toBe(first);
});

test.each(['0', '-5', '1.5', '1e9', ''])('a top-up of "%s" credits is not asked for', async (amount) => {
  await gallery.show('panel', 'exhausted');
  await gallery.page.getByRole('button', { name: 'Ask for a top-up' }).click();
  await gallery.page.getByRole('radio', { name: 'Other' }).check();
  await gallery.page.getByLabel('Number of credits').fill(amount);
  await gallery.page.keyboard.press('Enter');
  expect(await sent('requestTopUp')).toEqual([]);
});

test('the balance is painted from what is kept, while the server is silent', async () => {
  await gallery.show('popup', 'ready');
  await script((host) => {
    host.answers.refresh = () => new Promise(() => undefined);
  }, null);
  await gallery.page.getByText('60', { exact: true }).waitFor();
  const before = await gallery.page.locator('.purse').boundingBox();
  await script((host, balance) => host.keep({ balance }), {
    ...balance,
    available: 59,
    plan: { ...balance.plan, left: 34 },
  } as typeof balance);
  await gallery.page.getByText('59', { exact: true }).waitFor();
  expect(await gallery.page.locator('.purse').boundingBox(), 'nothing moves').toEqual(before);
});

test('the panel follows the tab', async () => {
  await gallery.show('panel', 'ready');
  await script((host, page) => host.go(page), seen([jonas]));
  await gallery.page.getByRole('heading', { name: 'Jonas Lindqvist' }).waitFor();
  expect(await gallery.page.getByText('Ada Okafor').count()).toBe(0);
});

test('always on a site is asked for in the click itself', async () => {
  await gallery.show('popup', 'offer');
  await gallery.page.getByRole('button', { name: 'Always on brightwater.example' }).click();
  expect(await calls()).toEqual(['allowSite https://brightwater.example']);
});

test('the page that was open during an update is reloaded by a click', async () => {
  await gallery.show('panel', 'stale');
  await gallery.page.getByRole('button', { name: 'Reload' }).click();
  expect(await calls()).toEqual(['reloadTab']);
});

test('500 people: fifty at first, the rest on request', async () => {
  await gallery.show('panel', 'crowd');
  const people = gallery.page.locator('.person');
  expect(await people.count()).toBe(50);
  await gallery.page.getByRole('button', { name: 'Show 50 more' }).click();
  await expect.poll(() => people.count()).toBe(100);
  await gallery.page.getByRole('heading', { name: '620 people on this page' }).waitFor();
});

test('a popup with many people goes on in the side panel', async () => {
  await gallery.show('popup', 'crowd');
  await gallery.page.getByRole('button', { name: 'See all 620' }).click();
  expect(await calls()).toEqual(['openPanel']);
});

test('everything in the panel is reached by Tab, in reading order', async () => {
  await gallery.show('panel', 'ready');
  const order: string[] = [];
  for (let n = 0; n < 3; n++) {
    await gallery.page.keyboard.press('Tab');
    order.push(await focused());
  }
  expect(order).toEqual([
    'Settings',
    'E-mail 1 credit: reveal the e-mail of Ada Okafor',
    'Phone 8 credits: reveal the phone number of Ada Okafor',
  ]);
});

test('hostile names are text, short, and change nothing around them', async () => {
  await gallery.show('panel', 'hostile');
  const { page } = gallery;
  await page.getByRole('heading', { name: '<script>window.hacked = true</script>' }).waitFor();
  const state = await page.evaluate(() => ({
    hacked: 'hacked' in window,
    elements: document.querySelectorAll('#app script, #app img, #app iframe, #app b').length,
    longest: Math.max(...[...document.querySelectorAll('.person-name')].map((one) => one.textContent?.length ?? 0)),
    hidden: /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(document.getElementById('app')?.textContent ?? ''),
  }));
  expect(state).toEqual({ hacked: false, elements: 0, longest: 200, hidden: false });
  expect(gallery.errors()).toEqual([]);
});

describe('signing in', () => {
  test('opens the server’s page and shows the code', async () => {
    await gallery.show('panel', 'signedOut');
    const signIn = {
      userCode: 'WDJB-MJHT',
      verificationUrl: 'https://latchkey.example/device',
      expiresAt: signedIn.receivedAt ?? '',
    };
    await script((host, signIn) => {
      host.answers.signIn = async () => {
        host.keep({ session: 'signing_in', signIn });
        return { kind: 'started', signIn };
      };
    }, signIn);
    await gallery.page.getByRole('button', { name: 'Sign in' }).click();
    await gallery.page.getByText('WDJB-MJHT').waitFor();
    expect(await calls()).toEqual(['openTab https://latchkey.example/device']);
    await gallery.page.getByRole('button', { name: 'Cancel' }).click();
    expect(await sent('cancelSignIn')).toHaveLength(1);
  });

  test('asks while the page is open whether it was approved', async () => {
    await gallery.show('panel', 'signingIn');
    await expect.poll(async () => (await sent('pollSignIn')).length, { timeout: 6000 }).toBeGreaterThanOrEqual(2);
  });

  test('says why it could not start', async () => {
    await gallery.show('panel', 'signedOut');
    await script(
      (host, refusal) => {
        host.answers.signIn = async () => ({ kind: 'refused', refusal });
      },
      refusal('unreachable', { next: 'retry' }),
    );
    await gallery.page.getByRole('button', { name: 'Sign in' }).click();
    await gallery.page.locator('.sentence').getByText("Your server can't be reached.").waitFor();
  });
});

describe('settings', () => {
  test('signing out asks once more', async () => {
    await gallery.show('settings', 'signedIn');
    await gallery.page.getByRole('button', { name: 'Sign out' }).click();
    expect(await sent('signOut')).toEqual([]);
    await gallery.page.getByRole('button', { name: 'Sign out' }).click();
    expect(await sent('signOut')).toHaveLength(1);
  });

  test('moving to another server asks once more, because it signs out', async () => {
    await gallery.show('settings', 'signedIn');
    await gallery.page.getByLabel(/Address/).fill('latchkey.other.example/');
    await gallery.page.getByRole('button', { name: 'Save' }).click();
    expect(await sent('setServer')).toEqual([]);
    await gallery.page.getByRole('button', { name: 'Move and sign out' }).click();
    expect((await sent('setServer')).map(({ request }) => request.url)).toEqual(['https://latchkey.other.example']);
  });

  test.each([
    ['not an address', 'This is not an address'],
    ['ftp://latchkey.example', 'This is not an address'],
    ['http://latchkey.example', 'must begin with https'],
  ])('"%s" is no server', async (address, sentence) => {
    await gallery.show('settings', 'signedOut');
    await gallery.page.getByLabel(/Address/).fill(address);
    await gallery.page.keyboard.press('Enter');
    await gallery.page.locator('.bad').getByText(sentence).waitFor();
    expect(await sent('setServer')).toEqual([]);
  });

  test('a site is taken off the list', async () => {
    await gallery.show('settings', 'signedIn');
    await gallery.page.getByRole('button', { name: 'Remove brightwater.example' }).click();
    await expect.poll(() => gallery.page.getByText('brightwater.example', { exact: true }).count()).toBe(0);
    expect(await calls()).toEqual(['forgetSite https://brightwater.example']);
  });
});

function calls(): Promise<string[]> {
  return gallery.page.evaluate(() => (window as unknown as { gallery: { host: FakeHost } }).gallery.host.calls);
}

/** The name of what has the focus. */
function focused(): Promise<string> {
  return gallery.page.evaluate(() => {
    const element = document.activeElement;
    return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
  });
}
