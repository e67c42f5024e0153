import { describe, expect, it } from 'vitest'
import { createSensor, type SensorBrowser } from './sensor.ts'

function createFakeBrowser(granted: string[], tabIds: number[] = []) {
  let scripts: { id: string; matches: string[]; matchOriginAsFallback?: boolean }[] = []
  const injected: number[] = []
  const browser: SensorBrowser = {
    scripting: {
      getRegisteredContentScripts: async () => scripts,
      async registerContentScripts(more) {
        const isTwice = more.some(({ id }) => scripts.some((script) => script.id === id))
        if (isTwice) throw new Error('registered twice')
        scripts = [...scripts, ...more]
      },
      async unregisterContentScripts() {
        scripts = []
      },
      async executeScript({ target }) {
        injected.push(target.tabId)
        if (target.tabId === 13) throw new Error('Cannot access contents of the page')
      },
    },
    permissions: { contains: async ({ origins }) => origins.every((one) => granted.includes(one)) },
    tabs: { query: async () => tabIds.map((id) => ({ id })) },
  }
  return {
    browser,
    injected,
    scripts: () => scripts,
    matches: () => scripts.flatMap((script) => script.matches),
  }
}

const EHR = 'https://ehr.example.org/*'

describe('the sensor', () => {
  it('runs on granted sites only, and in the tabs that are open', async () => {
    const fake = createFakeBrowser([EHR], [1, 13, 2])
    const sensor = createSensor({ browser: fake.browser, file: 'sensor.js' })
    expect(await sensor.apply([EHR, 'https://lab.example.org/*'])).toBe(true)
    expect(fake.matches()).toEqual([EHR])
    await expect.poll(() => fake.injected).toEqual([1, 13, 2])
  })

  it('goes at once, though a frozen tab has not answered yet', async () => {
    const fake = createFakeBrowser([EHR], [1])
    fake.browser.scripting.executeScript = () => new Promise(() => {})
    const sensor = createSensor({ browser: fake.browser, file: 'sensor.js' })
    await sensor.apply([EHR])
    expect(await sensor.apply([])).toBe(true)
    expect(fake.matches()).toEqual([])
  })

  it('runs on a site of either scheme once both are granted, as the person was asked', async () => {
    const granted = ['https://ehr.example.org/*']
    const fake = createFakeBrowser(granted)
    const sensor = createSensor({ browser: fake.browser, file: 'sensor.js' })
    expect(await sensor.isGranted('*://ehr.example.org/*')).toBe(false)
    granted.push('http://ehr.example.org/*')
    await sensor.apply(['*://ehr.example.org/*'])
    expect(fake.matches()).toEqual(['*://ehr.example.org/*'])
  })

  it('is left alone where nothing has changed, at every wake of the worker', async () => {
    const fake = createFakeBrowser([EHR], [1])
    await createSensor({ browser: fake.browser, file: 'sensor.js' }).apply([EHR])
    const next = createSensor({ browser: fake.browser, file: 'sensor.js' })
    expect(await next.apply([EHR])).toBe(false)
    await expect.poll(() => fake.injected).toEqual([1])
  })

  it('runs in frames that a page writes itself where the whole site is named, and only there', async () => {
    const part = 'https://ehr.example.org/openmrs/*'
    const fake = createFakeBrowser([EHR])
    const sensor = createSensor({ browser: fake.browser, file: 'sensor.js' })
    await sensor.apply([EHR, part])
    expect(fake.scripts()).toMatchObject([
      { matches: [EHR], matchOriginAsFallback: true },
      { matches: [part] },
    ])
    expect(fake.scripts()[1]).not.toHaveProperty('matchOriginAsFallback')
    expect(await sensor.apply([EHR, part])).toBe(false)
  })

  it('runs in an older browser too, without those frames', async () => {
    const fake = createFakeBrowser([EHR])
    const { registerContentScripts } = fake.browser.scripting
    fake.browser.scripting.registerContentScripts = async (scripts) => {
      if (scripts.some((script) => 'matchOriginAsFallback' in script))
        throw new Error('Unexpected property')
      await registerContentScripts(scripts)
    }
    await createSensor({ browser: fake.browser, file: 'sensor.js' }).apply([EHR])
    expect(fake.matches()).toEqual([EHR])
  })

  it('goes when a site is no longer allowed or granted', async () => {
    const granted = [EHR]
    const fake = createFakeBrowser(granted)
    const sensor = createSensor({ browser: fake.browser, file: 'sensor.js' })
    await sensor.apply([EHR])
    granted.length = 0
    expect(await sensor.apply([EHR])).toBe(true)
    expect(fake.matches()).toEqual([])
  })

  it('is registered once by two calls at the same time', async () => {
    const fake = createFakeBrowser([EHR])
    const sensor = createSensor({ browser: fake.browser, file: 'sensor.js' })
    expect(await Promise.all([sensor.apply([EHR]), sensor.apply([EHR])])).toEqual([true, false])
  })
})
