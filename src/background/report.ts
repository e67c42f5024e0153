/** Browsers say this when the extension is updated or switched off while something is under way. */
const NORMAL_END = /extension context invalidated|receiving end does not exist/i

/** Where the worker's unexpected errors go: names only, since a message could quote a page. */
export function report(error: unknown): void {
  if (error instanceof Error && NORMAL_END.test(error.message)) return
  console.error(
    'Handrail: unexpected fault in the worker:',
    error instanceof Error ? error.name : 'unknown',
  )
}
