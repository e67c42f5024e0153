import { openRoots } from '../../../../src/anchors/dom.ts'
import { createMemory } from '../../../../src/anchors/memory.ts'
import { createLookout, type Sight } from '../../../../src/content/lookout.ts'
import { WATCHED } from '../../../../src/content/page-watch.ts'
import type { Pack } from '../../../../src/vocabulary/pack.ts'
import { targetId } from '../pack.ts'
import { afterChange } from './change.ts'
import { elements } from './record.ts'

/** Milliseconds, one for each time. */
export interface LookSamples {
  /** Preparing the pack's rules, once a page. */
  prepare: number
  /** The screen, in the first look after a change of the page. */
  screen: number[]
  /** The same once more in a new look, with nothing changed. */
  screenAgain: number[]
  /** One target in a look of its own after a change: on the page, and not. */
  present: number[]
  absent: number[]
  /** One target in a look that has decided the screen, as a step does. */
  presentShared: number[]
  absentShared: number[]
  found: number
  missing: number
  ambiguous: number
  /** Pointed at something else than what was recorded: must be 0. */
  wrong: number
  /** What the looks have called the screen. */
  screens: string[]
}

function timed<Result>(samples: number[], act: () => Result): Result {
  const from = performance.now()
  const result = act()
  samples.push(performance.now() - from)
  return result
}

/** Decides the screen and finds targets as `content/lookout.ts` does, `present` of them recorded here. */
export async function timeLooks(pack: Pack, present: number, looks: number): Promise<LookSamples> {
  const from = performance.now()
  const memory = createMemory()
  const observer = new MutationObserver(memory.changed)
  for (const root of openRoots(document)) observer.observe(root, WATCHED)
  const look = createLookout(document, [pack], () => undefined, false, memory)
  const samples: LookSamples = {
    prepare: performance.now() - from,
    ...{
      screen: [],
      screenAgain: [],
      present: [],
      absent: [],
      presentShared: [],
      absentShared: [],
    },
    ...{ found: 0, missing: 0, ambiguous: 0, wrong: 0, screens: [] },
  }
  const url = new URL(location.href)
  const screens = new Set<string>()
  const find = (sight: Sight, index: number) => sight.of(pack.id)?.find(targetId(index))

  for (let turn = 0; turn < looks; turn++) {
    await afterChange(turn)
    const sight = timed(samples.screen, () => {
      const seen = look(url)
      screens.add(seen.here?.screen?.id ?? 'unknown')
      return seen
    })
    // A stride that takes targets of both kinds, none of them twice.
    const index = (turn * 7) % pack.targets.length
    timed(index < present ? samples.presentShared : samples.absentShared, () => find(sight, index))
    timed(samples.screenAgain, () => look(url).here?.screen)
  }
  for (const [index] of pack.targets.entries()) {
    await afterChange(index)
    const isPresent = index < present
    const finding = timed(isPresent ? samples.present : samples.absent, () =>
      find(look(url), index),
    )
    if (finding?.state !== 'found') samples[finding?.state ?? 'missing']++
    else if (finding.element === elements[index]) samples.found++
    else samples.wrong++
  }
  samples.screens = [...screens]
  observer.disconnect()
  return samples
}
