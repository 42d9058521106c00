import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { keptSecret } from '#server/accounts/secret.ts';
import { type Config, readConfig } from '#server/config.ts';

const SECRET = 's'.repeat(32);

describe('readConfig', () => {
  test('without any variable serves this machine from a file', () => {
    expect(readConfig({ PATH: '/bin', LATCHKEY_LOG: '' })).toEqual({
      host: '127.0.0.1',
      port: 8787,
      url: null,
      databaseUrl: 'file:.latchkey/latchkey.db',
      dataDir: '.latchkey',
      secret: null,
      log: 'info',
    } satisfies Config);
  });

  test('takes all variables', () => {
    const config = readConfig({
      LATCHKEY_HOST: '0.0.0.0',
      LATCHKEY_PORT: '80',
      LATCHKEY_URL: 'https://Latchkey.example/',
      LATCHKEY_SECRET: SECRET,
      LATCHKEY_LOG: 'warn',
      DATABASE_URL: 'postgres://user:password@db.example/latchkey',
    });
    expect(config).toEqual({
      host: '0.0.0.0',
      port: 80,
      url: 'https://latchkey.example',
      databaseUrl: 'postgres://user:password@db.example/latchkey',
      dataDir: '.latchkey',
      secret: SECRET,
      log: 'warn',
    });
  });

  test.each([
    ['file:/var/lib/latchkey/team.db', '/var/lib/latchkey'],
    ['file:///var/lib/latchkey/team.db', '/var/lib/latchkey'],
    ['file:team.db', '.'],
  ])('beside %s its secret is in %s', (url, folder) => {
    expect(readConfig({ DATABASE_URL: url })).toMatchObject({ dataDir: folder });
  });

  const mistakes: [what: string, environment: Record<string, string>, words: RegExp[]][] = [
    ['a host that is a name', { LATCHKEY_HOST: 'my host' }, [/^LATCHKEY_HOST must be an IP address/]],
    ['a port that is no number', { LATCHKEY_PORT: 'http' }, [/^LATCHKEY_PORT must be a port number/]],
    ['a port that is too high', { LATCHKEY_PORT: '65536' }, [/^LATCHKEY_PORT must be a port number/]],
    ['an address without scheme', { LATCHKEY_URL: 'latchkey.example' }, [/^LATCHKEY_URL must be an http/]],
    ['an address with a path', { LATCHKEY_URL: 'http://127.0.0.1/app' }, [/^LATCHKEY_URL must be an http/]],
    ['a database of another kind', { DATABASE_URL: 'mysql://db' }, [/^DATABASE_URL must be file:PATH/]],
    ['a short secret', { LATCHKEY_SECRET: 'hush' }, [/^LATCHKEY_SECRET must have at least 32/]],
    ['an unknown log level', { LATCHKEY_LOG: 'loud' }, [/^LATCHKEY_LOG must be one of fatal/]],
    ['a misspelt name', { LATCHKEY_PROT: '80' }, [/^LATCHKEY_PROT is not a setting.*LATCHKEY_PORT/]],
    ['an open host without address', { LATCHKEY_HOST: '0.0.0.0' }, [/^LATCHKEY_URL must say the address/]],
    ['a public address without secret', { LATCHKEY_URL: 'https://l.example' }, [/^LATCHKEY_SECRET must be set/]],
    [
      'several at once',
      { LATCHKEY_PORT: '-1', LATCHKEY_LOG: 'x', LATCHKEY_HSOT: '::1' },
      [/^LATCHKEY_HSOT/, /^LATCHKEY_PORT/, /^LATCHKEY_LOG/],
    ],
  ];
  test.each(mistakes)('reports %s', (_what, environment, words) => {
    const read = readConfig(environment);
    if (!('mistakes' in read)) expect.fail('the mistake was not noticed');
    expect(read.mistakes).toHaveLength(words.length);
    for (const [index, sentence] of words.entries()) expect(read.mistakes[index]).toMatch(sentence);
    // Values may be secrets, and a message ends up in logs.
    for (const mistake of read.mistakes) expect(mistake).toMatch(/\.$/);
    expect(read.mistakes.join(' ')).not.toContain('hush');
  });
});

describe('the kept secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-secret-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('is made once, long, and readable by its owner only', () => {
    const dataDir = join(folder, 'data');
    const secret = keptSecret(dataDir);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(keptSecret(dataDir), 'the second start keeps it').toBe(secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o777).toBe(0o600);
  });
});
