import { onTestFinished } from 'vitest'
import { createFakeAccess, createFakeWorker, FAKE_NOW } from '../../page-kit/testing/fake-worker.ts'
import { mount } from '../../page-kit/testing/mount.ts'
import { Options } from '../options.tsx'
import { createOptions } from '../options-model.ts'

/** The options page with a worker and a browser in memory, for the length of one test. */
export async function openOptions(
  start: Parameters<typeof createFakeWorker>[0] = {},
  browserSays: Parameters<typeof createFakeAccess>[0] = {},
) {
  const worker = createFakeWorker(start)
  const { access, asked } = createFakeAccess(browserSays)
  const model = createOptions({
    ask: worker.ask,
    access,
    tabId: async () => 8,
    now: () => FAKE_NOW,
    language: 'en-GB',
  })
  onTestFinished(model.stop)
  await model.load()
  const page = await mount(<Options model={model} />)
  const save = async () => {
    await page.press('save')
    await page.settle()
  }
  return { worker, asked, model, page, save }
}
