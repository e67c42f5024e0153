import type { PromptView } from '../overlay/guide.ts'
import type { Pack } from '../vocabulary/pack.ts'
import type { VisitBudget } from '../walkthroughs/interruptions.ts'
import { duePrompts, type Moment, type Prompt } from '../walkthroughs/prompts.ts'
import type { Sight } from './lookout.ts'
import type { PackWords } from './pack-words.ts'
import type { Personal } from './personal.ts'
import { surveyPrompt } from './surveys.ts'

interface Options {
  packs: readonly Pack[]
  words: PackWords
  personal: Personal
  /** Of this visit of the page; it outlives a restart of Handrail on it. */
  visit: VisitBudget<Prompt>
  /** The person's and the organisation's; packs have their own beside them. */
  quietHours: readonly string[]
  now: () => Moment
  /** An answer has come: what there is to show may have changed. */
  onAnswer: () => void
}

const keyOf = ({ pack, list, id }: Pick<Prompt, 'pack' | 'list' | 'id'>) => `${pack}/${list}/${id}`

/** What comes up by itself: at most one thing, and only where the worker's budget has room for it. */
export function createPrompts(options: Options) {
  const { packs, words, personal, visit, quietHours, now, onAnswer } = options
  const aside = new Set<string>()

  function fits({ pack, screens }: Prompt, sight: Sight | undefined): boolean {
    const screen = sight?.of(pack)?.screen?.id
    return screen !== undefined && (screens.length === 0 || screens.includes(screen))
  }

  function wordsOf({ pack: packId, list, id, isSafety }: Prompt): PromptView | undefined {
    const pack = packs.find((one) => one.id === packId)
    const of = { pack: packId, list, id, isSafety }
    if (!pack) return undefined
    if (list === 'announcements') {
      const found = pack.announcements.find((one) => one.id === id)
      return found && { ...of, ...words.announcement(pack, found) }
    }
    if (list === 'walkthroughs') {
      const found = pack.walkthroughs.find((one) => one.id === id)
      return (
        found && { ...of, title: words.titleOf(pack, found), text: words.summaryOf(pack, found) }
      )
    }
    if (list === 'surveys') {
      const survey = pack.surveys.find((one) => one.id === id)
      return survey && surveyPrompt(words, { pack, survey }, false)
    }
    const found = pack.checklists.find((one) => one.id === id)
    return found && { ...of, title: words.checklist(pack, found).title, text: '' }
  }

  return {
    /**
     * `isBusy`: nothing may come up. `isTyping`: nothing may begin to; what is up stays, since it takes
     * neither focus nor room in the form. Only a question, which helps nobody at work, goes meanwhile.
     */
    view(sight: Sight | undefined, isBusy: boolean, isTyping: boolean): PromptView | undefined {
      const due = duePrompts(packs, personal.heldAt, now(), quietHours, visit.isGranted).filter(
        (one) => !aside.has(keyOf(one)) && fits(one, sight),
      )
      const shown = due.find(visit.isGranted)
      const next = due.find(visit.mayAsk)
      const isBefore =
        next !== undefined && (shown === undefined || (next.isSafety && !shown.isSafety))
      if (isBefore && !isBusy && !isTyping) void visit.ask(next).then(onAnswer)
      if (isBusy || !shown || (isTyping && shown.list === 'surveys')) return undefined
      return wordsOf(shown)
    },
    /** For this visit of the page. */
    putAside(pack: string, list: Prompt['list'], id: string): void {
      aside.add(keyOf({ pack, list, id }))
    },
  }
}
