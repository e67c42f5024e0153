import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('without anything said there are defaults', () => {
  expect(readConfig([], {})).toMatchObject({
    ok: true,
    value: { mode: 'serve', options: { port: 4318, host: '127.0.0.1', minGroup: 11, demo: false } },
  })
})

test('a flag wins over the environment', () => {
  const env = { HANDRAIL_PORT: '5000', HANDRAIL_DATA: '/data', DATABASE_URL: 'postgres://db/x' }
  expect(readConfig(['--port', '6000', '--demo'], env)).toMatchObject({
    value: {
      options: { port: 6000, dataDir: '/data', databaseUrl: 'postgres://db/x', demo: true },
    },
  })
})

test.each([
  [['--port', '70000'], /--port is a whole number from 0 to 65535/],
  [['--port', ''], /--port is a whole number/],
  [['--min-group', '4'], /--min-group is a whole number from 5/],
  [['--trust', 'abc'], /32 bytes in base64/],
  [['--frobnicate'], /--help lists the flags/],
])('%j is refused with the reason', (argv, message) => {
  expect(readConfig(argv, {})).toMatchObject({ ok: false, message: expect.stringMatching(message) })
})

test.each([
  ['--link', 'link'],
  ['--help', 'help'],
])('%s asks for %s', (flag, mode) => {
  expect(readConfig([flag], {})).toMatchObject({ value: { mode } })
})
