import { describe, expect, it } from 'vitest'
import { leastReached, REACHED, type Reached, reachedAt } from './bucket.ts'
import { EVENT_KINDS, entryOf, FRICTION_KINDS, OPT_IN_KINDS } from './dictionary.ts'

describe('the dictionary', () => {
  it.each(EVENT_KINDS)('says of %s what it is, how right it is and how long it is kept', (kind) => {
    const { label, meaning, validation, version, counts } = entryOf(kind)
    for (const text of [label, meaning, validation]) expect(text.trim()).not.toBe('')
    expect(meaning.endsWith('.')).toBe(false)
    expect(Number.isInteger(version) && version >= 1).toBe(true)
    expect(counts).toEqual([1, 2, 4, 8])
  })

  it('holds no label twice: a person could not tell the kinds apart', () => {
    const labels = EVENT_KINDS.map((kind) => entryOf(kind).label)
    expect(new Set(labels).size).toBe(labels.length)
  })

  it('has outcomes that the wire can hold', () => {
    for (const kind of EVENT_KINDS)
      for (const outcome of Object.keys(entryOf(kind).outcomes ?? {}))
        expect(outcome).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)
  })

  it('has a raw count of work never as friction, and what is delicate off by itself', () => {
    for (const kind of ['clicks_per_task', 'context_switching', 'late_entry', 'press', 'task'])
      expect(FRICTION_KINDS).not.toContain(kind)
    expect(OPT_IN_KINDS).toEqual(['thrashed_cursor', 'late_entry'])
  })
})

describe('numbers that are told as they are reached', () => {
  it('add up to no more than there were, and to at least half', () => {
    for (let presses = 1; presses < 256; presses++) {
      const told = new Map<Reached, number>()
      for (let press = 1; press <= presses; press++) {
        const outcome = reachedAt(press)
        if (outcome !== undefined) told.set(outcome, (told.get(outcome) ?? 0) + 1)
      }
      const least = leastReached((outcome) => told.get(outcome) ?? 0)
      expect(least).toBeLessThanOrEqual(presses)
      expect(least * 2).toBeGreaterThan(presses)
    }
  })

  it('tell nothing between two bounds', () => {
    expect(Object.values(REACHED).map(reachedAt)).toEqual(Object.keys(REACHED))
    expect([0, 3, 5, 100].map(reachedAt)).toEqual([undefined, undefined, undefined, undefined])
  })
})
