import { audienceReferences } from './audience-references.ts'
import { isCall } from './call.ts'
import type { Call, Condition, Pack, Step } from './pack.ts'
import type { PackPath } from './pack-fault.ts'
import { signalReferences } from './pack-signal-references.ts'

type Kind = 'screen' | 'target' | 'walkthrough' | 'picture'

/** One place of a pack that names something by its id. */
export interface Reference {
  path: PackPath
  kind: Kind
  id: string
}

/** What comes up on screens that it lists. */
const ON_SCREENS = ['walkthroughs', 'announcements', 'articles', 'surveys'] as const

/** Every reference of a pack to a screen, a target or a walkthrough. */
export function packReferences(pack: Pack): Reference[] {
  return [
    ...patientReferences(pack),
    ...signalReferences(pack),
    ...taskReferences(pack),
    ...inList('target', pack.app.signing, ['app', 'signing']),
    ...audienceReferences(pack),
    ...pack.screens.flatMap(({ noCover, ignore }, at) => [
      ...inList('target', noCover, ['screens', at, 'noCover']),
      ...inList('target', ignore, ['screens', at, 'ignore']),
    ]),
    ...ON_SCREENS.flatMap((list) =>
      pack[list].flatMap(({ screens }, at) => inList('screen', screens, [list, at, 'screens'])),
    ),
    ...pack.walkthroughs.flatMap(({ steps }, at) =>
      steps.flatMap((step, stepAt) => stepReferences(step, ['walkthroughs', at, 'steps', stepAt])),
    ),
    ...pack.hints.flatMap(({ screen, target }, at): Reference[] => [
      { path: ['hints', at, 'screen'], kind: 'screen', id: screen },
      { path: ['hints', at, 'target'], kind: 'target', id: target },
    ]),
    ...pack.articles.flatMap(({ picture }, at) => optional('picture', picture, ['articles', at])),
    ...pack.checklists.flatMap(({ items }, at) =>
      items.flatMap((item, itemAt) =>
        (['screen', 'walkthrough'] as const).flatMap((kind) =>
          optional(kind, item[kind], ['checklists', at, 'items', itemAt]),
        ),
      ),
    ),
  ]
}

function inList(kind: Kind, ids: readonly string[], path: PackPath): Reference[] {
  return ids.map((id, at) => ({ path: [...path, at], kind, id }))
}

/** What the property named as its kind refers to, if it is there. */
function optional(kind: Kind, id: string | undefined, path: PackPath): Reference[] {
  return id === undefined ? [] : [{ path: [...path, kind], kind, id }]
}

function taskReferences({ tasks }: Pack): Reference[] {
  return tasks.flatMap(({ screen, done }, at) => [
    { path: ['tasks', at, 'screen'], kind: 'screen', id: screen },
    ...done.map((condition, doneAt) => inCondition(condition, ['tasks', at, 'done', doneAt])),
  ])
}

function patientReferences({ app: { patient } }: Pack): Reference[] {
  if (patient === undefined) return []
  const path = ['app', 'patient'] as const
  return [
    { path: [...path, 'target'], kind: 'target', id: patient.target },
    ...inList('target', patient.except, [...path, 'except']),
    ...inList('screen', patient.screens, [...path, 'screens']),
  ]
}

function branchReferences(branch: Step['branch'], path: PackPath): Reference[] {
  return branch.flatMap(({ when }, branchAt) =>
    when.map((condition, at) => inCondition(condition, [...path, 'branch', branchAt, 'when', at])),
  )
}

function stepReferences(step: Step | Call, path: PackPath): Reference[] {
  if (isCall(step))
    return [
      { path: [...path, 'walkthrough'], kind: 'walkthrough', id: step.walkthrough },
      ...branchReferences(step.branch, path),
    ]
  const { target, screen, advance, picture } = step
  return [
    ...optional('picture', picture, path),
    ...optional('target', target, path),
    ...optional('screen', screen, path),
    ...('screen' in advance ? optional('screen', advance.screen, [...path, 'advance']) : []),
    ...('target' in advance ? optional('target', advance.target, [...path, 'advance']) : []),
    ...step.requires.map((condition, at) => inCondition(condition, [...path, 'requires', at])),
    ...step.doneWhen.map((condition, at) => inCondition(condition, [...path, 'doneWhen', at])),
    ...branchReferences(step.branch, path),
  ]
}

function inCondition(condition: Condition, path: PackPath): Reference {
  if ('screen' in condition)
    return { path: [...path, 'screen'], kind: 'screen', id: condition.screen }
  if ('present' in condition)
    return { path: [...path, 'present'], kind: 'target', id: condition.present }
  if ('absent' in condition)
    return { path: [...path, 'absent'], kind: 'target', id: condition.absent }
  return { path: [...path, 'enabled'], kind: 'target', id: condition.enabled }
}
