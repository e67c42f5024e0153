import type { PictureView } from '../overlay/guide.ts'
import { withLinksTo } from '../vocabulary/link-hosts.ts'
import type { Pack } from '../vocabulary/pack.ts'
import { planOf } from '../vocabulary/plan.ts'
import { textOf } from '../vocabulary/texts.ts'

/** A walkthrough as a page to read: words and pictures of the pack, and nothing of any app's page. */
export interface Readable {
  pack: string
  id: string
  appName: string
  title: string
  summary: string
  steps: {
    id: string
    /** Where the step is, where that is another screen than the step's before. */
    screenTitle: string | undefined
    /** Markdown. */
    text: string
    picture: PictureView | undefined
  }[]
}

/** Every walkthrough of the packs, in the person's language where a pack has it. */
export function readablesOf(packs: readonly Pack[], locale: string): Readable[] {
  return packs.flatMap((pack) => {
    const say = (key: string, own: string) => textOf(pack, locale, key, own)
    const titles = new Map(
      pack.screens.map(({ id, title }) => [id, say(`screens.${id}.title`, title)]),
    )
    const pictures = new Map(
      pack.pictures.map(({ id, alt }) => [
        id,
        { pack: pack.id, id, alt: say(`pictures.${id}.alt`, alt) },
      ]),
    )
    const plans = pack.walkthroughs.flatMap((walkthrough) => {
      const plan = planOf(pack, walkthrough)
      // What calls itself without end is not gone through, and not read either.
      return typeof plan === 'string' ? [] : [plan]
    })
    return plans.map(({ id, title, summary, steps }) => ({
      pack: pack.id,
      id,
      appName: pack.app.name,
      title: say(`walkthroughs.${id}.title`, title),
      summary: say(`walkthroughs.${id}.summary`, summary),
      steps: steps.map((step, at) => ({
        id: step.id,
        screenTitle:
          step.screen === undefined || step.screen === steps[at - 1]?.screen
            ? undefined
            : titles.get(step.screen),
        text: withLinksTo(
          pack.links,
          say(`walkthroughs.${step.of.walkthrough}.steps.${step.of.step}.text`, step.text),
        ),
        picture: step.picture === undefined ? undefined : pictures.get(step.picture),
      })),
    }))
  })
}
