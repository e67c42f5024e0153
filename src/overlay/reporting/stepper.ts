import { useMemo, useState } from 'preact/hooks'
import { isRendered } from '../../anchors/dom.ts'
import type { Say } from '../words.ts'

/** Steps through the parts of a screen, round and round; parts that are gone by then are passed over. */
export function useStepper(read: () => Element[]) {
  const [at, setAt] = useState(-1)
  const [round, setRound] = useState(0)
  const parts = useMemo(read, [round])

  function step(by: 1 | -1): void {
    const { length } = parts
    for (let tries = 1; tries <= length; tries++) {
      const from = at < 0 && by < 0 ? 0 : at
      const next = (from + by * tries + length * tries) % length
      const part = parts[next]
      if (part === undefined || !isRendered(part)) continue
      part.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' })
      setAt(next)
      return
    }
    // The page has become another.
    setAt(-1)
    setRound(round + 1)
  }
  return { part: parts[at], index: at + 1, total: parts.length, step }
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
