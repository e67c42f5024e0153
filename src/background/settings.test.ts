import { describe, expect, it } from 'vitest'
import { createSettings, mergeSettings } from './settings.ts'
import { createFakeArea } from './testing/fake-area.ts'

describe('the settings in force', () => {
  it('send nothing by default', () => {
    expect(mergeSettings(undefined, undefined).effective).toMatchObject({
      enabled: true,
      telemetry: 'off',
      sites: [],
    })
  })

  it('are the organisation’s over the person’s own over the defaults', () => {
    const { effective, managed, own } = mergeSettings(
      { telemetry: 'off', cohort: 'pilot' },
      { telemetry: 'on', flushMinutes: 10 },
    )
    expect(effective).toMatchObject({ telemetry: 'off', cohort: 'pilot', flushMinutes: 10 })
    expect(managed).toEqual(['telemetry', 'cohort'])
    expect(own).toEqual({ telemetry: 'on', flushMinutes: 10 })
  })

  it('leave out what has the wrong type, and warn', () => {
    const { effective, managed, warnings } = mergeSettings({ enabled: 'no', sites: 7 }, undefined)
    expect([effective.enabled, managed]).toEqual([true, []])
    expect(warnings.map(({ key }) => key)).toEqual(['enabled', 'sites'])
  })

  it('hold where the browser knows no managed storage', async () => {
    const store = createSettings({
      local: createFakeArea({ settings: { telemetry: 'on' } }),
      readManaged: () => Promise.reject(new Error('Managed storage manifest not found')),
    })
    expect((await store.read()).effective.telemetry).toBe('on')
  })

  it('are saved without what is wrong, and the answer warns of it', async () => {
    const store = createSettings({ local: createFakeArea(), readManaged: async () => ({}) })
    const saved = await store.save({ cohort: 'pilot', collectorUrl: 'http://ehr.example.org' })
    expect(saved.own).toEqual({ cohort: 'pilot' })
    expect(saved.warnings.map(({ key }) => key)).toEqual(['collectorUrl'])
    expect((await store.read()).own).toEqual({ cohort: 'pilot' })
  })
})
