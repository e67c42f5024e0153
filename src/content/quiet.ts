import type { GuideView } from '../overlay/guide.ts'

interface Quiet {
  /** Nothing may come up. What is up stays. */
  isTyping: boolean
  /** Nothing may be up. */
  isSigning: boolean
}

/**
 * Keeps back what would come up while the person types or signs; it comes when it is asked again. The
 * launcher, and what the person has opened, are no disturbance.
 */
export function createQuiet() {
  let up: ReadonlySet<string> = new Set()

  return function keepBack(view: GuideView, { isTyping, isSigning }: Quiet): GuideView {
    const now = new Set<string>()
    function allow<Part>(part: Part | undefined, key: string): Part | undefined {
      if (part === undefined || isSigning || (isTyping && !up.has(key))) return undefined
      now.add(key)
      return part
    }
    const { callout, waiting, recordPause, completed, prompt } = view
    const quiet = {
      ...view,
      callout: allow(callout, `callout/${callout?.walkthrough}/${callout?.step}`),
      waiting: allow(waiting, `waiting/${waiting?.index}/${waiting?.reason}`),
      recordPause: allow(recordPause, `record/${recordPause?.record}`),
      completed: allow(completed, 'completed'),
      prompt: allow(prompt, `prompt/${prompt?.list}/${prompt?.pack}/${prompt?.id}`),
      // A beacon is a mark and no card.
      hints: view.hints.filter((hint) =>
        hint.kind === 'beacon' ? !isSigning : allow(hint, `tip/${hint.pack}/${hint.id}`),
      ),
    }
    up = now
    return quiet
  }
}
