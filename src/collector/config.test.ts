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
  [['frobnicate'], /there is no 'frobnicate'/],
  [['backup'], /backup takes one file/],
  [['restore', 'a', 'b'], /restore takes one file/],
  [['doctor', 'a'], /doctor takes no file/],
  [['backup', 'a', '--replace'], /--replace goes with restore/],
])('%j is refused with the reason', (argv, message) => {
  expect(readConfig(argv, {})).toMatchObject({ ok: false, message: expect.stringMatching(message) })
})

test.each([
  ['--link', 'link'],
  ['--help', 'help'],
])('%s asks for %s', (flag, mode) => {
  expect(readConfig([flag], {})).toMatchObject({ value: { mode } })
})

test.each([
  [['backup', 'a.gz'], { mode: 'backup', file: 'a.gz', replace: false }],
  [['restore', 'a.gz', '--replace'], { mode: 'restore', file: 'a.gz', replace: true }],
  [['doctor', '--data', '/data'], { mode: 'doctor', options: { dataDir: '/data' } }],
  [['backup', '--help'], { mode: 'help' }],
])('%j is an errand', (argv, value) => {
  expect(readConfig(argv, {})).toMatchObject({ ok: true, value })
})
