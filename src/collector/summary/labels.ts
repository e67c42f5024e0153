import { isOverlay, type Overlay } from '../../vocabulary/overlay.ts'
import type { Pack } from '../../vocabulary/pack.ts'
import { readContentBytes } from '../../vocabulary/pack-bytes.ts'
import type { Survey } from '../../vocabulary/survey.ts'
import { answersOf } from '../../vocabulary/survey-answers.ts'
import { readKeptChannel } from '../http/channel-payload.ts'
import type { Store } from '../store/store.ts'

/** What people call the screens, walkthroughs and targets of the apps; the id where unknown. */
export interface Labels {
  screen(app: string, id: string): string
  walkthrough(app: string, id: string): string
  target(app: string, id: string): string
  survey(app: string, id: string): string
  task(app: string, id: string): string
  /** The answers of a survey in order; none where it is unknown. */
  answers(app: string, id: string): readonly string[]
}

type Part = Exclude<keyof Labels, 'answers'>

/** The ends of a scale by their words. */
function answerLabels({ answers, scale }: Survey): readonly string[] {
  const all = answersOf({ answers })
  if (!scale) return all
  const end = (at: number) => (at === 0 ? scale.low : at === all.length - 1 ? scale.high : '')
  return all.map((answer, at) => (end(at) === '' ? answer : `${answer}: ${end(at)}`))
}

/**
 * Labels from packs and from what departments lay over them; of the same app's packs, a later one in the list
 * wins. What an overlay calls anew keeps the pack's words: the dashboard is for all departments.
 */
export function labelsOf(all: readonly (Pack | Overlay)[]): Labels {
  const packs = all.filter((one) => !isOverlay(one))
  const overlays = all.filter(isOverlay)
  const titles = new Map<string, string>()
  const key = (part: Part, app: string, id: string) => `${part} ${app} ${id}`
  const answers = new Map<string, readonly string[]>()
  for (const { app, screens, walkthroughs, targets, surveys, tasks } of packs) {
    for (const { id, title } of screens) titles.set(key('screen', app.id, id), title)
    for (const { id, title } of walkthroughs) titles.set(key('walkthrough', app.id, id), title)
    for (const { id, title } of tasks) titles.set(key('task', app.id, id), title)
    for (const { id, label } of targets) titles.set(key('target', app.id, id), label)
    for (const survey of surveys) {
      titles.set(key('survey', app.id, survey.id), survey.question)
      answers.set(key('survey', app.id, survey.id), answerLabels(survey))
    }
  }
  const addTo = (part: Part, app: string, id: string, title: string) => {
    if (!titles.has(key(part, app, id))) titles.set(key(part, app, id), title)
  }
  for (const overlay of overlays) {
    const app = packs.findLast(({ id }) => id === overlay.extends)?.app.id
    if (app === undefined) continue
    for (const { id, title } of overlay.walkthroughs) addTo('walkthrough', app, id, title)
    for (const { id, label } of overlay.targets) addTo('target', app, id, label)
  }
  const find = (part: Part) => (app: string, id: string) => titles.get(key(part, app, id)) ?? id
  return {
    screen: find('screen'),
    walkthrough: find('walkthrough'),
    target: find('target'),
    survey: find('survey'),
    task: find('task'),
    answers: (app, id) => answers.get(key('survey', app, id)) ?? [],
  }
}

/** Reads the labels of every pack and overlay on a channel. A pack never changes, so each is parsed once. */
export function createLabelReader(store: Pick<Store, 'listChannels' | 'findPackBytes'>) {
  let parsed = new Map<string, Pack | Overlay>()
  return async (): Promise<Labels> => {
    const channels = await store.listChannels()
    const listed = channels.flatMap(({ envelope }) => readKeptChannel(envelope).packs)
    const next = new Map<string, Pack | Overlay>()
    for (const { sha256 } of listed.toSorted((a, b) => a.version - b.version)) {
      const bytes = parsed.has(sha256) ? undefined : await store.findPackBytes(sha256)
      // A pack that an older release took may not fit today's format: its ids serve as titles.
      const read = bytes && readContentBytes(bytes)
      const pack = parsed.get(sha256) ?? (read?.ok ? read.pack : undefined)
      if (pack !== undefined) next.set(sha256, pack)
    }
    parsed = next
    return labelsOf([...next.values()])
  }
}
