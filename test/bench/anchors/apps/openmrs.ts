import { join } from 'node:path'
import type { Page } from 'puppeteer-core'
import { canaries, john } from '../../../../demo/openmrs/patients.ts'
import { createDemoEhr, type DemoEhr } from '../../../../demo/openmrs/server.ts'
import { press, typeInto } from '../../../e2e/helpers/openmrs.ts'
import { RELEASES } from '../releases.ts'
import type { Step } from '../truth.ts'
import { CACHE_FOLDER, unpackAll } from '../unpack.ts'
import type { BenchApp, ServedApp } from './app.ts'

const CHART = `/openmrs/spa/patient/${john.uuid}/chart`

async function signIn(page: Page, { origin }: ServedApp): Promise<void> {
  await page.goto(`${origin}/openmrs/spa/login`)
  await typeInto(page, '#username', 'admin')
  await page.keyboard.press('Enter')
  await typeInto(page, '#password', 'Admin123')
  await page.keyboard.press('Enter')
  await press(page, 'label::-p-text(Outpatient Clinic)')
  await press(page, 'button::-p-text(Confirm)')
  await page.waitForFunction(() => location.pathname.startsWith('/openmrs/spa/home'))
}

const openmrsOf = (name: 'openmrs' | 'openmrs-queues'): BenchApp => ({
  async serve(side): Promise<DemoEhr> {
    const folder = join(CACHE_FOLDER, `${name}-${side}`)
    await unpackAll(RELEASES[name][side].packages, folder)
    return createDemoEhr({ packagesDir: folder, port: 0 })
  },
  prepare: signIn,
  resolve: (step: Step) => ('goto' in step ? { goto: step.goto.replace('$chart', CHART) } : step),
  canaries: canaries(),
})

export const openmrs = openmrsOf('openmrs')
export const openmrsQueues = openmrsOf('openmrs-queues')
