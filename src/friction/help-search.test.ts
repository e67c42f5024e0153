import { describe, expect, it } from 'vitest'
import { createHelpSearch, type HelpSearchEvent } from './help-search.ts'

const searched = (at: number, found: number): HelpSearchEvent => ({ type: 'searched', at, found })

function told(...events: HelpSearchEvent[]): string[] {
  const missed: string[] = []
  const observe = createHelpSearch((outcome) => missed.push(outcome))
  for (const event of events) observe(event)
  return missed
}

describe('a search of the help that missed', () => {
  it('is one that found nothing', () => {
    expect(told(searched(0, 0), { type: 'closed', at: 5000 })).toEqual(['nothing-found'])
  })

  it('is one of which nothing was opened', () => {
    expect(told(searched(0, 3), { type: 'closed', at: 5000 })).toEqual(['not-opened'])
  })

  it('is one, however often it is worded anew, and anew when the panel is', () => {
    const again = [searched(0, 0), searched(3000, 0), { type: 'closed', at: 9000 } as const]
    expect(told(...again)).toEqual(['nothing-found'])
    expect(told(...again, searched(20_000, 0), { type: 'closed', at: 30_000 })).toHaveLength(2)
  })

  it('is one although the field was emptied before the panel was closed', () => {
    expect(
      told(searched(0, 0), { type: 'cleared', at: 5000 }, { type: 'closed', at: 6000 }),
    ).toEqual(['nothing-found'])
  })
})

describe('none', () => {
  it('comes of somebody who is still typing', () => {
    const typing = [searched(0, 3), searched(300, 0), searched(600, 0), searched(900, 2)]
    expect(told(...typing, { type: 'opened', at: 4000 }, { type: 'closed', at: 4000 })).toEqual([])
    expect(told(searched(0, 0), { type: 'closed', at: 1000 })).toEqual([])
  })

  it('comes of a result that was opened, after whatever was searched before', () => {
    const found = [searched(0, 0), searched(4000, 2), { type: 'opened', at: 8000 } as const]
    expect(told(...found, { type: 'closed', at: 9000 })).toEqual([])
  })

  it('comes of a panel in which nobody searched', () => {
    expect(told({ type: 'opened', at: 0 }, { type: 'closed', at: 9000 })).toEqual([])
  })
})
