import type { Marks } from './marks.ts'

/** How much each piece of evidence tells apart; an id says more than a path that any release moves. */
const WEIGHT = {
  role: 1,
  name: 4,
  specific: 3,
  common: 1,
  within: 2,
  near: 1.5,
  path: 0.5,
  inside: 0.5,
  shadow: 0.5,
  label: 3,
  under: 2,
  holds: 3,
  holder: 2,
  icon: 2,
} as const
/** More attributes than this weigh no more: an id and a `name` are often one and the same word. */
const ATTRIBUTES_MAX = 4

export interface Weighed {
  /** Points that hold. */
  points: number
  /** Points that the recipe has on offer on this page. */
  total: number
}

/** Weighs what holds. Words are left out of account on a page in another language. */
export function weigh(marks: Marks): Weighed {
  let points = 0
  let total = 0
  const count = (weight: number, holds: boolean | undefined) => {
    if (holds === undefined) return
    total += weight
    if (holds) points += weight
  }
  const word = (holds: boolean | undefined) =>
    marks.isForeign && holds === false ? undefined : holds

  count(WEIGHT.role, marks.role && marks.role === 'same')
  count(WEIGHT.name, word(marks.name && marks.name === 'same'))
  const { specific, common, carried } = marks.attributes
  if (carried > 0) {
    const missed = carried - specific - common
    const held = specific * WEIGHT.specific + common * WEIGHT.common
    const all = held + missed * WEIGHT.specific
    const scale = Math.min(1, ATTRIBUTES_MAX / all)
    total += all * scale
    points += held * scale
  }
  for (const holds of marks.within.all()) count(WEIGHT.within, word(holds))
  count(WEIGHT.near, word(marks.near))
  count(WEIGHT.label, word(marks.label))
  count(WEIGHT.under, word(marks.under))
  count(WEIGHT.holds, marks.holds)
  count(WEIGHT.holder, marks.holder)
  count(WEIGHT.icon, marks.icon)
  count(WEIGHT.path, marks.path)
  count(WEIGHT.inside, marks.inside)
  count(WEIGHT.shadow, marks.shadow)
  return { points, total }
}
