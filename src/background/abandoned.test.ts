import { expect, it } from 'vitest'
import type { AcceptedSignal } from '../outbox/accept.ts'
import { createAbandoned } from './abandoned.ts'
import type { Effective } from './settings.ts'
import { samplePack } from './testing/sample-pack.ts'

const run = { pack: 'clinic', walkthrough: 'record-vitals', step: 'press-save', past: [] }

async function countedOf(given: typeof run, telemetry: Effective['telemetry']) {
  const accepted: AcceptedSignal[] = []
  const abandoned = createAbandoned({
    outbox: {
      accept: async (signals) => {
        accepted.push(...signals)
      },
    },
    effective: async () => ({ enabled: true, telemetry }) as Effective,
    packs: async () => [samplePack(3)],
    uuid: () => '6c0f0c5e-6d0b-4d7a-9d5c-0f2f6f1f0a11',
  })
  await abandoned(given)
  return accepted.map(({ subject }) => subject)
}

it('a walkthrough whose tab was closed was left unfinished', async () => {
  expect(await countedOf(run, 'on')).toEqual([
    {
      kind: 'walkthrough',
      app: samplePack(3).app.id,
      packVersion: 3,
      walkthrough: 'record-vitals',
      outcome: 'abandoned',
    },
  ])
})

it('is not counted without consent, nor where no pack knows it', async () => {
  expect(await countedOf(run, 'off')).toEqual([])
  expect(await countedOf({ ...run, pack: 'gone' }, 'on')).toEqual([])
  expect(await countedOf({ ...run, walkthrough: 'gone' }, 'on')).toEqual([])
})
