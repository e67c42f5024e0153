import { useMemo, useState } from 'preact/hooks'
import { isRendered } from '../../anchors/dom.ts'
import { bringIntoView } from '../bring-into-view.ts'
import type { Say } from '../words.ts'

interface Taken {
  part: Element | undefined
  /** Of all that there were when it was stepped to. */
  parts: readonly Element[]
  screen: string | undefined
}

/**
 * Steps through the parts of a screen, round and round, as they are at each step. A part that has gone, or
 * that was of another screen, is spoken of no more.
 */
export function useStepper(read: () => Element[], screen: string | undefined) {
  const [taken, setTaken] = useState<Taken>()
  const first = useMemo(read, [screen])
  const here = taken?.screen === screen ? taken : undefined
  const parts = here?.parts ?? first
  const part = here?.part && isRendered(here.part) ? here.part : undefined

  function step(by: 1 | -1): void {
    const now = read()
    const next = now.at(nextOf(here, now, by) % (now.length || 1))
    if (next) bringIntoView(next, SCROLL)
    setTaken({ part: next, parts: now, screen })
  }
  return { part, index: part ? parts.indexOf(part) + 1 : 0, total: parts.length, step }
}

const SCROLL = { block: 'center', inline: 'nearest', behavior: 'instant' } as const

/** Where a part has gone, the next one has moved into its place. */
function nextOf(taken: Taken | undefined, now: readonly Element[], by: 1 | -1): number {
  if (!taken?.part) return by === 1 ? 0 : -1
  const at = now.indexOf(taken.part)
  if (at >= 0) return at + by
  const was = Math.min(taken.parts.indexOf(taken.part), now.length)
  return by === 1 ? was : was - 1
}

/** Steps by the arrow keys: forward is where the words run. */
export function stepByKey(step: (by: 1 | -1) => void, say: Say) {
  const ahead = say.direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  const back = say.direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
  return (event: KeyboardEvent) => {
    if (!event.isTrusted || event.target instanceof HTMLTextAreaElement) return
    if (event.target instanceof HTMLSelectElement) return
    const by = { [ahead]: 1, ArrowDown: 1, [back]: -1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    step(by === 1 ? 1 : -1)
  }
}
