import { isUnsafeKey } from './json-bytes.ts'
import { markdownFaults, textFaults } from './markdown-faults.ts'
import type { Pack } from './pack.ts'
import { idleCycle } from './pack-cycles.ts'
import type { PackFault, PackPath } from './pack-fault.ts'
import { packLinkFaults } from './pack-links.ts'
import { packReferences } from './pack-references.ts'
import { PLAN_DEPTH_MAX, PLAN_STEPS_MAX, type PlanFault, planOf } from './plan.ts'
import { type PackText, packTexts } from './texts.ts'
import { urlRuleFault } from './url-rule-fault.ts'

/** The lists of a pack whose things have ids, with the word for one. */
const WITH_IDS = {
  screens: 'screen',
  targets: 'target',
  walkthroughs: 'walkthrough',
  hints: 'hint',
  announcements: 'announcement',
  checklists: 'checklist',
  articles: 'article',
  pictures: 'picture',
  surveys: 'survey',
  tasks: 'task',
} as const

const LISTS_WITH_IDS = Object.keys(WITH_IDS) as (keyof typeof WITH_IDS)[]

/**
 * What the schema can't see: ids that stand twice, references that lead nowhere, branches that
 * spin, texts that hold more than words, translations of nothing (errors) and translations that
 * are incomplete (warnings). Pure; safe on any pack that the schema lets pass.
 */
export function packReferenceFaults(pack: Pack): PackFault[] {
  return [
    ...LISTS_WITH_IDS.flatMap((list) => doubleIds(pack[list], WITH_IDS[list], [list])),
    ...doubleIds(pack.signals.required, 'required order', ['signals', 'required']),
    ...pack.articles.flatMap(({ links }, at) =>
      doubleIds(links, 'link of this article', ['articles', at, 'links']),
    ),
    ...pack.checklists.flatMap(({ items }, at) =>
      doubleIds(items, 'item of this checklist', ['checklists', at, 'items']),
    ),
    ...urlRuleFaults(pack),
    ...brokenReferences(pack),
    ...walkthroughFaults(pack),
    ...ownTextFaults(pack),
    ...translationFaults(pack),
    ...packLinkFaults(pack),
  ]
}

function error(path: PackPath, message: string): PackFault {
  return { level: 'error', path, message }
}

function doubleIds(items: readonly { id: string }[], kind: string, path: PackPath): PackFault[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, at) => {
    const isDouble = seen.has(id)
    seen.add(id)
    return isDouble
      ? [error([...path, at, 'id'], `another ${kind} has the id '${id}': give each its own`)]
      : []
  })
}

function brokenReferences(pack: Pack): PackFault[] {
  const known = {
    screen: new Set(pack.screens.map(({ id }) => id)),
    target: new Set(pack.targets.map(({ id }) => id)),
    walkthrough: new Set(pack.walkthroughs.map(({ id }) => id)),
    picture: new Set(pack.pictures.map(({ id }) => id)),
  }
  return packReferences(pack).flatMap(({ path, kind, id }) =>
    known[kind].has(id)
      ? []
      : [error(path, `there is no ${kind} '${id}': define it, or mend the id`)],
  )
}

function urlRuleFaults(pack: Pack): PackFault[] {
  return pack.screens.flatMap(({ when }, at) =>
    when.url.flatMap((rule, ruleAt) => {
      const fault = urlRuleFault(rule)
      return fault === undefined ? [] : [error(['screens', at, 'when', 'url', ruleAt], fault)]
    }),
  )
}

function walkthroughFaults(pack: Pack): PackFault[] {
  return pack.walkthroughs.flatMap((walkthrough, at) => {
    const path = ['walkthroughs', at, 'steps'] as const
    const steps = new Set(walkthrough.steps.map(({ id }) => id))
    const faults = doubleIds(walkthrough.steps, 'step of this walkthrough', path)
    for (const [stepAt, { branch }] of walkthrough.steps.entries())
      for (const [branchAt, { to }] of branch.entries())
        if (!steps.has(to))
          faults.push(
            error(
              [...path, stepAt, 'branch', branchAt, 'to'],
              `there is no step '${to}' in this walkthrough: define it, or mend the id`,
            ),
          )
    const plan = planOf(pack, walkthrough)
    if (typeof plan === 'string') return [...faults, ...planFaults(plan, [...path])]
    const cycle = idleCycle(plan)
    if (cycle !== undefined)
      faults.push(
        error(
          [...path, stepHolding(walkthrough, cycle[0])],
          `steps ${cycle.join(' → ')} can go round with nobody doing anything: end one of them on next, press or input`,
        ),
      )
    return faults
  })
}

/** The step of the walkthrough itself that a step of its plan belongs to. */
function stepHolding({ steps }: Pack['walkthroughs'][number], path: string | undefined): number {
  return steps.findIndex(({ id }) => id === path?.split('.', 1)[0])
}

const PLAN_FAULTS: Record<Exclude<PlanFault, 'unknown'>, string> = {
  cycle: 'calls itself, by itself or through others: take one of the calls out',
  depth: `calls walkthroughs more than ${PLAN_DEPTH_MAX - 1} deep: call them one after the other`,
  length: `has more than ${PLAN_STEPS_MAX} steps with all that it calls: make two of it`,
}

/** What is called and is not there is a broken reference already. */
function planFaults(fault: PlanFault, path: PackPath): PackFault[] {
  return fault === 'unknown' ? [] : [error(path, `this walkthrough ${PLAN_FAULTS[fault]}`)]
}

function ownTextFaults(pack: Pack): PackFault[] {
  const owners = pack.walkthroughs.flatMap(({ owner }, at) =>
    textFaults(owner).map((message) => error(['walkthroughs', at, 'owner'], message)),
  )
  const name = textFaults(pack.app.name).map((message) => error(['app', 'name'], message))
  const texts = packTexts(pack).flatMap(({ words, kind, path }) =>
    faultsOfWords(words, kind).map((message) => error(path, message)),
  )
  return [...name, ...owners, ...texts]
}

function faultsOfWords(words: string, kind: PackText['kind']): string[] {
  return kind === 'markdown' ? markdownFaults(words) : textFaults(words)
}

function translationFaults(pack: Pack): PackFault[] {
  const texts = new Map(packTexts(pack).map((text) => [text.key, text]))
  return Object.entries(pack.texts).flatMap(([locale, translations]) => {
    const faults = Object.entries(translations).flatMap(([key, words]) => {
      const path = ['texts', locale, key]
      const text = texts.get(key)
      if (text === undefined || isUnsafeKey(key))
        return [
          error(
            path,
            `translates nothing: the pack has no text '${key}'. Mend the key, or take it out`,
          ),
        ]
      const faultsHere = faultsOfWords(words, text.kind).map((message) => error(path, message))
      if (words.length > text.lengthMax)
        faultsHere.push(
          error(path, `is ${words.length} characters long: at most ${text.lengthMax}`),
        )
      return faultsHere
    })
    const lacking = [...texts.keys()].filter((key) => !Object.hasOwn(translations, key))
    if (lacking.length > 0) faults.push(incomplete(locale, lacking))
    return faults
  })
}

function incomplete(locale: string, lacking: string[]): PackFault {
  const shown = lacking.slice(0, 5).join(', ')
  const more = lacking.length > 5 ? ` and ${lacking.length - 5} more` : ''
  return {
    level: 'warning',
    path: ['texts', locale],
    message: `${lacking.length} texts have no translation into ${locale}, and show in the pack's own words: ${shown}${more}`,
  }
}
