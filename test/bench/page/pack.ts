import type { Anchor } from '../../../src/vocabulary/evidence.ts'
import type { PackSource } from '../../../src/vocabulary/pack.ts'
import { titlesOf } from './clinic/page.ts'
import type { Size } from './size.ts'

export const PAGE_PATH = '/clinic/patient/a1b2/chart'
const HERE_RULE = '/clinic/patient/:id/chart'
/** The screen that the page is. */
export const SCREEN_HERE = 'chart'
export const WALKTHROUGH = 'look-round'

type ScreenSource = PackSource['screens'][number]
type When = ScreenSource['when']

const heading = (name: string): Anchor => ({ role: 'heading', name: [name] })
const kebab = (words: string) => words.toLowerCase().replace(/[^a-z]+/g, '-')

/** Forms and panels that could have opened over the chart, as a real pack tells them. */
function evidenceOver(index: number, title: string): When {
  const url = [HERE_RULE]
  const subject = title.toLowerCase()
  switch (index % 4) {
    case 0:
      return { url, present: [heading(`Record ${subject}`)] }
    case 1:
      return { url, present: [{ role: 'button', name: [`Sign ${subject}`] }] }
    case 2:
      return { url, present: [{ role: 'dialog', name: [title] }] }
    default:
      // The page does show the heading: only the absence tells.
      return {
        url,
        present: [heading('Patient chart')],
        absent: [{ role: 'navigation', name: ['Main'] }],
      }
  }
}

function screensOf({ screens, screensHere }: Size): ScreenSource[] {
  const elsewhere = titlesOf('elsewhere')
  const over = elsewhere.slice(0, screensHere - 2).map((title, index) => ({
    id: `over-${kebab(title)}`,
    title,
    priority: 50,
    dialog: true,
    when: evidenceOver(index, title),
  }))
  const here = [
    ...over,
    {
      id: SCREEN_HERE,
      title: 'Chart',
      priority: 20,
      when: { url: [HERE_RULE], present: [heading('Patient chart')] },
    },
    { id: 'any-page', title: 'Any page', when: { url: ['/clinic/*'] } },
  ]
  const others = Array.from({ length: screens - here.length }, (_, index): ScreenSource => {
    const title = elsewhere[index % elsewhere.length] ?? ''
    const part = kebab(title)
    const url = [
      `/clinic/${part}/${'abcdefghij'[Math.floor(index / elsewhere.length)]}/:id`,
      index % 3 === 0
        ? `/clinic/:site/${part}/${index % 7}?view=${part}`
        : `/clinic/${part}/list-${index % 9}/*`,
    ]
    const when = index % 5 === 0 ? { url, present: [heading(title)] } : { url }
    return { id: `other-${part}-${index}`, title, when, priority: 5 + (index % 30) }
  })
  return [...others, ...here]
}

/** A pack of so many screens, with what was recorded as its targets; `at` is the site it is for. */
export function benchPack(size: Size, anchors: readonly Anchor[], at: string): PackSource {
  return {
    format: 'handrail.pack/1',
    id: 'clinic',
    version: 1,
    app: { id: 'clinic', name: 'Clinic', sites: [at] },
    screens: screensOf(size),
    targets: anchors.map((anchor, index) => ({
      id: targetId(index),
      label: `Target ${index}`,
      anchor,
    })),
    walkthroughs: [
      {
        id: WALKTHROUGH,
        title: 'Look round',
        summary: 'Two places of the chart.',
        screens: [SCREEN_HERE],
        steps: [
          {
            id: 'first',
            screen: SCREEN_HERE,
            target: targetId(0),
            text: 'This is one.',
            advance: { on: 'next' },
          },
          { id: 'second', text: 'That is all.', advance: { on: 'next' } },
        ],
        owner: 'Bench',
        reviewBy: '2030-01-01',
      },
    ],
  }
}

export const targetId = (index: number) => `t-${index}`
