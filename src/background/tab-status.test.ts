import { describe, expect, it } from 'vitest'
import { mergeSettings } from './settings.ts'
import { standingOf } from './tab-status.ts'
import { samplePack } from './testing/sample-pack.ts'

const EHR = 'https://ehr.example.org/*'
const settings = mergeSettings({ sites: [EHR] }, {}).effective
const facts = {
  url: 'https://ehr.example.org/vitals',
  settings,
  packs: [samplePack(3)],
  pausedUntil: undefined,
  isGranted: async () => true,
}

const refuse = (): Promise<boolean> => Promise.resolve(false)

describe('how things stand for a tab', () => {
  it.each([
    ['on', {}],
    ['disabled', { settings: { ...settings, enabled: false } }],
    ['paused', { pausedUntil: 5 }],
    ['no-pack', { packs: [] }],
    ['off-site', { url: 'https://news.example.com/' }],
    ['off-site', { settings: { ...settings, sites: [] } }],
    ['off-site', { url: undefined }],
    ['needs-access', { isGranted: refuse }],
    ['needs-access', { isGranted: refuse, url: undefined }],
  ])('%s', async (state, change) => {
    expect((await standingOf({ ...facts, ...change })).state).toBe(state)
  })

  it('names the packs, and the permission to ask for', async () => {
    const standing = await standingOf({ ...facts, isGranted: refuse })
    expect(standing.packs).toEqual([{ id: 'clinic', name: 'EHR', version: 3 }])
    expect(standing.origins).toEqual([EHR])
  })
})
