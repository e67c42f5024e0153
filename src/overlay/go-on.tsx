import type { GuideActions, GuideView, RecordPauseView, WaitingView } from './guide.ts'
import { pressed } from './press.ts'
import type { Say } from './words.ts'

/** What a step waits for, in words. */
export function waitingNote({ reason, screenTitle }: WaitingView, say: Say): string {
  if (reason === 'screen' && screenTitle) return say('goTo', { screen: screenTitle })
  return say(reason === 'requires' ? 'waitReady' : 'waitTarget')
}

/** Why a walkthrough waits to be told in whose record it goes on. */
export function recordNote(record: RecordPauseView['record'], say: Say): string {
  return say(record === 'other' ? 'otherRecord' : 'sameRecord')
}

interface Props {
  elsewhere: GuideView['elsewhere']
  actions: GuideActions
  say: Say
  onClose: () => void
}

/** The way back to a walkthrough that the person has left for another screen. */
export function GoOn({ elsewhere, actions, say, onClose }: Props) {
  if (!elsewhere) return null
  const goOn = () => {
    actions.goOn()
    onClose()
  }
  return (
    <div class="go-on" data-testid="elsewhere">
      <button type="button" class="offer" data-testid="go-on" onClick={pressed(goOn)}>
        <strong>{say('goOnWith', { title: elsewhere.title })}</strong>
        <span>{waitingNote(elsewhere, say)}</span>
      </button>
      <button type="button" class="quiet" onClick={pressed(actions.dismiss)}>
        {say('stop')}
      </button>
    </div>
  )
}
