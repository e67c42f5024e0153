import type { Tally } from '../../vocabulary/tally.ts'

/** Records of one write, at most: it takes a fraction of a second, so that nobody waits for long. */
export const GROUP_RECORDS_MAX = 5_000

type Write = (tallies: readonly Tally[], receivedAt: number) => Promise<number>

interface Waiting {
  tallies: readonly Tally[]
  receivedAt: number
  done: PromiseWithResolvers<number>
}

/**
 * Joins what comes while a write is under way into the next one: a commit costs much the same for
 * one batch as for fifty. Each caller is answered after the commit that holds its records. The
 * number of new records goes to the first of a group, 0 to the others, so that the sum holds.
 * `gather` is waited for before a write that has room for more: the embedded database works in this
 * very thread, and nothing could come during its write.
 */
export function createGroupCommit(write: Write, gather: () => Promise<unknown>): Write {
  let waiting: Waiting[] = []
  let isWriting = false

  const isFull = () =>
    waiting.reduce((sum, { tallies }) => sum + tallies.length, 0) >= GROUP_RECORDS_MAX

  function nextGroup(): Waiting[] {
    let records = 0
    const fits = ({ tallies }: Waiting, index: number) => {
      records += tallies.length
      return index === 0 || records <= GROUP_RECORDS_MAX
    }
    const end = waiting.findIndex((one, index) => !fits(one, index))
    const group = end < 0 ? waiting : waiting.slice(0, end)
    waiting = waiting.slice(group.length)
    return group
  }

  async function run(): Promise<void> {
    isWriting = true
    while (waiting.length > 0) {
      if (!isFull()) await gather()
      const group = nextGroup()
      const [first] = group
      try {
        const added = await write(
          group.flatMap(({ tallies }) => tallies),
          first?.receivedAt ?? 0,
        )
        for (const one of group) one.done.resolve(one === first ? added : 0)
      } catch (error) {
        for (const { done } of group) done.reject(error)
      }
    }
    isWriting = false
  }

  return (tallies, receivedAt) => {
    const done = Promise.withResolvers<number>()
    waiting.push({ tallies, receivedAt, done })
    if (!isWriting) void run()
    return done.promise
  }
}
