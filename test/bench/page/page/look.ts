import { openRoots } from '../../../../src/anchors/dom.ts'
import { createMemory } from '../../../../src/anchors/memory.ts'
import { createLookout, type Sight } from '../../../../src/content/lookout.ts'
import { WATCHED } from '../../../../src/content/page-watch.ts'
import type { Pack } from '../../../../src/vocabulary/pack.ts'
import type { Kind } from '../kinds.ts'
import { targetId } from '../pack.ts'
import { afterChange } from './change.ts'
import { elements } from './record.ts'

/** What came of the looks. */
export interface LookResult {
  /** Preparing the pack's rules, once a page, in ms. */
  prepare: number
  found: number
  missing: number
  ambiguous: number
  /** Pointed at something else than what was recorded: must be 0. */
  wrong: number
  /** What the looks have called the screen. */
  screens: string[]
}

function timed<Result>(kind: Kind, act: () => Result): Promise<Result> {
  return new Promise((resolve, reject) => {
    const task = {
      [kind]() {
        try {
          resolve(act())
        } catch (error) {
          reject(error)
        }
      },
    }
    setTimeout(task[kind] as () => void)
  })
}

/** Decides the screen and finds targets as `content/lookout.ts` does, `present` of them recorded here. */
export async function timeLooks(pack: Pack, present: number, looks: number): Promise<LookResult> {
  const from = performance.now()
  const memory = createMemory()
  const observer = new MutationObserver(memory.changed)
  for (const root of openRoots(document)) observer.observe(root, WATCHED)
  const look = createLookout(document, [pack], () => undefined, false, memory)
  const result: LookResult = {
    prepare: performance.now() - from,
    ...{ found: 0, missing: 0, ambiguous: 0, wrong: 0, screens: [] },
  }
  const url = new URL(location.href)
  const screens = new Set<string>()
  const find = (sight: Sight, index: number) => sight.of(pack.id)?.find(targetId(index))

  for (let turn = 0; turn < looks; turn++) {
    await afterChange(turn)
    const sight = await timed('screen', () => {
      const seen = look(url)
      screens.add(seen.here?.screen?.id ?? 'unknown')
      return seen
    })
    // A stride that takes targets of both kinds, none of them twice.
    const index = (turn * 7) % pack.targets.length
    await timed(index < present ? 'presentShared' : 'absentShared', () => find(sight, index))
    await timed('screenAgain', () => look(url).here?.screen)
  }
  for (const [index] of pack.targets.entries()) {
    await afterChange(index)
    const isPresent = index < present
    const finding = await timed(isPresent ? 'present' : 'absent', () => find(look(url), index))
    if (finding?.state !== 'found') result[finding?.state ?? 'missing']++
    else if (finding.element === elements[index]) result.found++
    else result.wrong++
  }
  for (let turn = 0; turn < looks / 3; turn++) {
    await afterChange(turn)
    await timed('ahead', () => memory.readAhead(document, () => false))
    look(url)
  }
  result.screens = [...screens]
  observer.disconnect()
  return result
}
