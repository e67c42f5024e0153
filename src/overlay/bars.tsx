import { Bar } from './bar.tsx'
import { recordNote, waitingNote } from './go-on.tsx'
import type { GuideActions, GuideView } from './guide.ts'
import type { Say } from './words.ts'

interface Props {
  view: GuideView
  isFolded: boolean
  actions: GuideActions
  say: Say
  /** Does what takes a bar away. */
  leave: (act: () => void) => void
  onUnfold: () => void
}

/** Where a walkthrough stands that has no callout now. */
export function Bars({ view, isFolded, actions, say, leave, onUnfold }: Props) {
  const { callout, waiting, recordPause, completed } = view
  const stop = { label: say('stop'), act: () => leave(actions.dismiss) }
  return (
    <>
      {isFolded && callout && (
        <Bar
          title={callout.title}
          note={say('paused')}
          testId="folded"
          actions={[{ label: say('show'), act: () => leave(onUnfold), isPrimary: true }, stop]}
        />
      )}
      {waiting && (
        <Bar
          title={waiting.title}
          note={waitingNote(waiting, say)}
          testId="waiting"
          actions={[stop]}
        />
      )}
      {recordPause && (
        <Bar
          title={recordPause.title}
          note={recordNote(recordPause.record, say)}
          testId="record-pause"
          actions={[
            { label: say('continueHere'), act: () => leave(actions.continueHere), isPrimary: true },
            stop,
          ]}
        />
      )}
      {completed !== undefined && (
        <Bar
          title={say('completed', { title: completed })}
          note=""
          testId="completed"
          actions={[{ label: say('close'), act: () => leave(actions.dismissCompleted) }]}
        />
      )}
    </>
  )
}
