import { expect, test } from 'vitest'
import { runHandrail } from './run.ts'
import { createTestWorld, SMALL_PACK } from './testing/world.ts'

async function health(line: string, variables: Record<string, string> = {}) {
  const { world, complaints, said } = createTestWorld({
    ...SMALL_PACK,
    'broken/pack.yaml': 'format: [',
  })
  const code = await runHandrail(['health', ...line.split(' ')], { ...world, variables })
  return { code, complaints, said }
}
const APP = '--against http://127.0.0.1:9'

test.each([
  ['pack', 'Missing required argument: --against'],
  ['pack --against', "'--against' needs a value"],
  ['pack --against ehr.example.org', 'must be as https://'],
  ['pack --against file:///etc', 'must be as https://'],
  ['pack --against https://me:secret@ehr.example.org', 'must hold no password'],
  [`nowhere ${APP}`, 'nowhere: can'],
  [`broken ${APP}`, 'broken/pack.yaml:1: is not YAML'],
  [`pack ${APP} --values visit=1`, "no URL rule of the pack has a ':visit'"],
  [`pack ${APP} --screens chart,charts`, "the pack has no screen 'charts'"],
  [`pack ${APP} --cookie x`, "there is no option '--cookie'"],
  [`pack ${APP}`, 'there is no Chromium, Chrome or Edge here'],
])('health %s: one clear line, and 2', async (line, words) => {
  const { code, complaints, said } = await health(line)
  expect(complaints[0]).toContain(words)
  expect(complaints.join()).not.toContain('secret')
  expect(said).toEqual([])
  expect(code).toBe(2)
})

test('what is no browser can’t be started', async () => {
  const { code, complaints } = await health(`pack ${APP}`, { CHROME_PATH: '/bin/false' })
  expect(complaints).toEqual([expect.stringContaining('/bin/false could not be started')])
  expect(code).toBe(2)
}, 60_000)
