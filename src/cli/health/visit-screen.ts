import type { Pack, Screen, Target } from '../../vocabulary/pack.ts'
import type { AppPage } from './app-page.ts'
import { examplePath, type PathValues } from './example-path.ts'
import { formRoute, type Press } from './form-route.ts'
import { type Sleep, settle } from './settle.ts'
import { usedTargets } from './used-targets.ts'
import type { NotReached, Visit } from './verdict.ts'

export interface VisitOptions {
  pack: Pack
  values: PathValues
  /** Press what the pack's steps press to open forms. */
  isOpeningForms: boolean
  page: AppPage
  sleep: Sleep
}

/** Prepares visits to the screens of a pack: each gives one verdict for each example. */
export function createVisits({ pack, values, isOpeningForms, page, sleep }: VisitOptions) {
  const targetsOf = usedTargets(pack)
  /** Why a form that lies over its example does not show. */
  const unopened = isOpeningForms ? 'no-way' : 'form'

  const ask = (targets: readonly Target[], isRepairing: boolean) => {
    const asked = targets.map(({ id, anchor }) => ({ id, anchor }))
    return { screens: pack.screens, targets: asked, isRepairing }
  }

  /** What the page shows where it is not the screen. */
  async function awaitScreen(
    screen: string,
    targets: readonly Target[],
  ): Promise<NotReached | undefined> {
    const { screen: shows } = await settle(page, ask(targets, false), screen, sleep)
    if (shows === screen) return undefined
    return shows === undefined ? { because: 'unknown-screen' } : { because: 'other-screen', shows }
  }

  async function readScreen(screen: Screen, example: string): Promise<Visit> {
    const head = { screen: screen.id, example }
    const targets = targetsOf(screen.id)
    const away = await awaitScreen(screen.id, targets)
    if (away !== undefined) return { ...head, reached: false, ...away }
    const answer = await page.look(ask(targets, true))
    return answer?.screen === screen.id
      ? { ...head, reached: true, sightings: answer.sightings }
      : { ...head, reached: false, because: 'unknown-screen' }
  }

  async function visitExample(screen: Screen, example: string): Promise<Visit> {
    const away = await page.open(examplePath(example, screen, values))
    if (away !== undefined) return { screen: screen.id, example, reached: false, ...away }
    const visit = await readScreen(screen, example)
    const isCovered =
      !visit.reached && ['other-screen', 'unknown-screen'].includes(visit.because) && screen.dialog
    return isCovered ? { screen: screen.id, example, reached: false, because: unopened } : visit
  }

  async function visitForm(screen: Screen, route: readonly Press[]): Promise<Visit> {
    const start = pack.screens.find(({ id }) => id === route[0]?.from)
    const [example = '/'] = start?.examples ?? []
    const head = { screen: screen.id, example, reached: false } as const
    const away = start && (await page.open(examplePath(example, start, values)))
    if (away !== undefined) return { ...head, ...away }
    for (const { from, target } of route) {
      const other = await awaitScreen(from, [target])
      if (other !== undefined) return { ...head, ...other }
      const look = await page.look(ask([target], false))
      // What has moved may be another control by now: it is pointed at, and not pressed.
      const isWhole = look?.sightings[0]?.state === 'found'
      if (!isWhole || !(await page.press(target.anchor)))
        return { ...head, because: 'not-opened', target: target.id }
    }
    return readScreen(screen, example)
  }

  return async function visitScreen(screen: Screen): Promise<Visit[]> {
    const route = screen.dialog && isOpeningForms ? formRoute(pack, screen) : []
    if (route.length > 0) return [await visitForm(screen, route)]
    if (screen.examples.length === 0)
      return [
        { screen: screen.id, reached: false, because: screen.dialog ? unopened : 'no-example' },
      ]
    const visits: Visit[] = []
    for (const example of screen.examples) visits.push(await visitExample(screen, example))
    return visits
  }
}
