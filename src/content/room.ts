/**
 * Whether a frame has room for callouts. Once one did not fit, the frame shows rings only, and its page
 * the words, until it has another size: words that go to and fro are hard to read.
 */
export function createRoom(view: Pick<Window, 'innerWidth' | 'innerHeight'>) {
  let tight: string | undefined
  const size = () => `${view.innerWidth} ${view.innerHeight}`

  return {
    /** A callout did not fit. */
    refuse(): void {
      tight = size()
    },
    isCramped: () => tight === size(),
  }
}
