import { expect, test } from 'vitest'
import { createPageOpener } from './page-opener.ts'

function setup(isPanelAllowed: boolean) {
  const opened: unknown[] = []
  const open = createPageOpener({
    tabs: { create: async ({ url }) => opened.push(url) },
    windows: { create: async ({ url, type }) => opened.push([type, url]) },
    async openSidePanel(tabId) {
      if (!isPanelAllowed) throw new Error('only in response to a user gesture')
      opened.push(tabId)
    },
  })
  return { open, opened }
}

test('what is to be read opens in a tab, the side panel beside one', async () => {
  const { open, opened } = setup(true)
  await open('reader', 7)
  await open('side', 7)
  expect(opened).toEqual(['/src/reader/index.html', 7])
})

test('where the browser keeps its side panel to itself, a small window follows the tab', async () => {
  const { open, opened } = setup(false)
  await open('side', 7)
  expect(opened).toEqual([['popup', '/src/side/index.html?tab=7']])
})
