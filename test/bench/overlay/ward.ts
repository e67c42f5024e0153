import type { PackSource } from '../../../src/vocabulary/pack.ts'
import { clinicPage } from '../page/clinic/page.ts'

export const WARD_PATH = '/ward'
export const WALKTHROUGH = 'sign'
const SCREEN = 'ward'

const STYLE = `<style>#spot{height:40px;padding:8px}#inside{height:700px;overflow:auto;border:1px solid #999}
#inside::before,#inside::after{content:'';display:block;height:1500px}</style>`

/**
 * A page of a made-up clinical app with a place where a button comes up, and a part that scrolls as the
 * main part of such an app does.
 */
export function wardPage(elements: number): string {
  return clinicPage('chart', elements)
    .replace('</head>', `${STYLE}</head>`)
    .replace('<div id="app">', '<div id="spot"></div><div id="inside"></div><div id="app">')
}

/** A walkthrough of one step, which waits for the button. */
export function wardPack(site: string): PackSource {
  return {
    format: 'handrail.pack/1',
    id: 'ward',
    version: 1,
    app: { id: 'ward', name: 'Ward', sites: [site] },
    screens: [{ id: SCREEN, title: 'Ward', when: { url: [WARD_PATH] } }],
    targets: [
      {
        id: 'sign',
        label: 'Sign the order',
        anchor: { role: 'button', name: ['Sign the order'] },
      },
    ],
    walkthroughs: [
      {
        id: WALKTHROUGH,
        title: 'Sign',
        summary: 'Sign the order.',
        screens: [SCREEN],
        steps: [
          {
            id: 'sign',
            screen: SCREEN,
            target: 'sign',
            text: 'Sign the order.',
            advance: { on: 'next' },
          },
        ],
        owner: 'Bench',
        reviewBy: '2030-01-01',
      },
    ],
  }
}
