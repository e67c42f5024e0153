import * as v from 'valibot'
import type { Pack } from '../vocabulary/pack.ts'
import { type Signal, signalSchema } from '../vocabulary/signal.ts'
import { answerOutcome, answersOf } from '../vocabulary/survey-answers.ts'
import type { Subject } from './subject.ts'

/** The ids of one pack, as sets. */
function idsOf(pack: Pack) {
  return {
    app: pack.app.id,
    packVersion: pack.version,
    screens: new Set(pack.screens.map(({ id }) => id)),
    targets: new Set(pack.targets.map(({ id }) => id)),
    tasks: new Set(pack.tasks.map(({ id }) => id)),
    surveys: new Map(
      pack.surveys.map((survey) => [
        survey.id,
        new Set(['asked', 'declined', ...answersOf(survey).map((_, at) => answerOutcome(at + 1))]),
      ]),
    ),
    steps: new Map(pack.walkthroughs.map(({ id, steps }) => [id, new Set(steps.map((s) => s.id))])),
  }
}

type Ids = ReturnType<typeof idsOf>

function holds(
  ids: Ids,
  { app, screen, target, walkthrough, step, survey, task, outcome }: Signal,
): boolean {
  // Two packs of one site may use an id each: the page says whose it means.
  if (app !== undefined && ids.app !== app) return false
  if (screen !== undefined && !ids.screens.has(screen)) return false
  if (target !== undefined && !ids.targets.has(target)) return false
  if (task !== undefined && !ids.tasks.has(task)) return false
  if (survey !== undefined && !ids.surveys.get(survey)?.has(outcome ?? '')) return false
  if (walkthrough === undefined) return step === undefined
  const steps = ids.steps.get(walkthrough)
  return steps !== undefined && (step === undefined || steps.has(step))
}

/**
 * Lets a page's signal pass only if it is in the dictionary and one of `packs` (those in force on
 * the page's own site) holds every id in it. App and pack version come from that pack; the app that
 * the page names only chooses among packs. `undefined` for everything else. Never throws.
 */
export function createGate(packs: readonly Pack[]) {
  const known = packs.map(idsOf)
  return (raw: unknown): Subject | undefined => {
    const read = v.safeParse(signalSchema, raw)
    if (!read.success) return undefined
    const signal = read.output
    // Losses are the worker's own to count.
    if (signal.kind === 'lost') return undefined
    const pack = known.find((ids) => holds(ids, signal))
    if (pack === undefined) return undefined
    const { uid: _uid, app: _app, packVersion: _version, ...about } = signal
    return { ...about, app: pack.app, packVersion: pack.packVersion }
  }
}
