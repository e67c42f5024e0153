import { DIST_FOLDER, type Stack } from '../stack.ts'
import type { FoundBrowser } from './find.ts'
import { launchWithHandrail } from './launch.ts'
import { saveSettings } from './settings.ts'

interface Options {
  browser: FoundBrowser
  stack: Stack
  headless: boolean
}

/** A browser with Handrail configured, and two tabs: the demo EHR in front, the dashboard behind. */
export async function openDemo({ browser: found, stack, headless }: Options) {
  const loaded = await launchWithHandrail({
    browser: found,
    distDir: DIST_FOLDER,
    hosts: [`${stack.ehr.origin}/*`, `${stack.collector.url}/*`],
    headless,
  })
  try {
    await saveSettings(loaded, stack.settings)
    const [first] = await loaded.browser.pages()
    const dashboard = first ?? (await loaded.browser.newPage())
    await dashboard.goto(stack.collector.createAdminLink())
    const ehr = await loaded.browser.newPage()
    await ehr.goto(stack.ehr.url)
    return loaded
  } catch (error) {
    await loaded.stop()
    throw error
  }
}
