import { recordNote, waitingNote } from './go-on.tsx'
import type { CalloutView, GuideView, PromptView } from './guide.ts'
import { plainWords } from './plain-words.ts'
import type { Say } from './words.ts'

interface Props {
  view: GuideView
  /** The one that is drawn. */
  callout: CalloutView | undefined
  say: Say
}

/** Tells a screen reader what has come up, without taking the focus away. */
export function Spoken({ view, callout, say }: Props) {
  return (
    <p class="spoken" role="status">
      {spokenWords(view, callout, say)}
    </p>
  )
}

function spokenWords(view: GuideView, callout: CalloutView | undefined, say: Say): string {
  if (view.completed !== undefined) return say('completed', { title: view.completed })
  if (view.recordPause) return recordNote(view.recordPause.record, say)
  if (!callout && view.waiting) return waitingNote(view.waiting, say)
  const tip = view.hints.find(({ kind }) => kind === 'tip')
  if (!callout && tip) return `${tip.title ?? tip.label}. ${plainWords(tip.text)}`
  if (!callout) return view.prompt ? spokenPrompt(view.prompt) : ''
  const position = say('step', { index: callout.index, total: callout.total })
  return `${callout.title}. ${position}. ${plainWords(callout.text)}`
}

function spokenPrompt({ title, text }: PromptView): string {
  return text === '' ? title : `${title}. ${plainWords(text)}`
}
