import type { Condition, Step } from './pack.ts'

/** What must hold of the page, all at once. `lacking`: the target was waited for in vain. */
type Need = Condition | { lacking: string }

interface Way {
  from: string
  to: string
  needs: Need[]
}

/** Ways tried per walkthrough before a tangle is refused unread. Real ones need a few dozen. */
const EFFORT_MAX = 5000

/**
 * The steps of a cycle that a walkthrough could run through with the page standing still and
 * nobody acting; nothing where there is none. A tangle of branches too large to follow counts as a
 * cycle of its first step.
 */
export function idleCycle(walkthrough: { steps: readonly Step[] }): string[] | undefined {
  const ways = walkthrough.steps.flatMap((step, at) => waysFrom(step, walkthrough.steps[at + 1]))
  let effort = 0

  const follow = (trail: string[], needs: Need[]): string[] | undefined => {
    for (const way of ways) {
      if (way.from !== trail.at(-1)) continue
      effort += 1
      if (effort > EFFORT_MAX) return trail.slice(0, 1)
      const all = [...needs, ...way.needs]
      if (!canHold(all)) continue
      if (way.to === trail[0]) return [...trail, way.to]
      if (trail.includes(way.to)) continue
      const found = follow([...trail, way.to], all)
      if (found !== undefined) return found
    }
    return undefined
  }

  // A cycle goes back somewhere, so it is enough to begin where a branch leads.
  const starts = new Set(walkthrough.steps.flatMap(({ branch }) => branch.map(({ to }) => to)))
  for (const start of starts) {
    const found = follow([start], [])
    if (found !== undefined) return found
  }
  return undefined
}

/** How a step can end by itself, times where it can lead then. */
function waysFrom(step: Step, next: Step | undefined): Way[] {
  const onward = step.branch.map(({ when, to }) => ({ to, needs: when }))
  const isForced = step.branch.some(({ when }) => when.length === 0)
  if (next !== undefined && !isForced) onward.push({ to: next.id, needs: [] })
  return endsByItself(step).flatMap((ending) =>
    onward.map(({ to, needs }) => ({ from: step.id, to, needs: [...ending, ...needs] })),
  )
}

function endsByItself({ doneWhen, advance, missing, target }: Step): Need[][] {
  const endings: Need[][] = []
  if (doneWhen.length > 0) endings.push(doneWhen)
  if (advance.on === 'screen') endings.push([{ screen: advance.screen }])
  if (advance.on === 'present') endings.push([{ present: advance.target }])
  if (advance.on === 'absent') endings.push([{ absent: advance.target }])
  if (advance.on === 'enabled') endings.push([{ enabled: advance.target }])
  if (missing === 'skip' && target !== undefined) endings.push([{ lacking: target }])
  return endings
}

/** Whether all can hold of one page at one time: one screen, and a target either there or not. */
function canHold(needs: Need[]): boolean {
  const screens = new Set<string>()
  const there = new Set<string>()
  const gone = new Set<string>()
  for (const need of needs) {
    if ('screen' in need) screens.add(need.screen)
    if ('present' in need) there.add(need.present)
    if ('enabled' in need) there.add(need.enabled)
    if ('absent' in need) gone.add(need.absent)
    if ('lacking' in need) gone.add(need.lacking)
  }
  return screens.size <= 1 && ![...there].some((id) => gone.has(id))
}
