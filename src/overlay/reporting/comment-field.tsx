import type { RefObject, TargetedEvent } from 'preact'
import { useId } from 'preact/hooks'
import type { WordKey } from '../../words/language.ts'
import { fromPerson } from '../press.ts'
import type { Say } from '../words.ts'
import type { CheckedComment, FoundKind } from './reporting.ts'

const FOUND_WORDS = {
  email: 'findEmail',
  link: 'findLink',
  date: 'findDate',
  phone: 'findPhone',
  id: 'findId',
  number: 'findNumber',
  name: 'findName',
  'on-page': 'findOnPage',
} as const satisfies Record<FoundKind, WordKey>

interface Props {
  field: RefObject<HTMLTextAreaElement | null>
  say: Say
  max: number
  value: string
  /** The check of the last time; what is typed since has not been looked at. */
  checked: CheckedComment
  onInput: (value: string) => void
  /** The person has left the field. */
  onDone: () => void
}

/** Words of the person's own, and what is held back of them. */
export function CommentField({ field, say, max, value, checked, onInput, onDone }: Props) {
  const id = useId()
  const isRefused = !['empty', 'clean'].includes(checked.state)
  return (
    <div class="comment">
      <label for={id}>{say('comment')}</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        dir="auto"
        autoComplete="off"
        data-testid="comment"
        aria-describedby={`${id}-hint ${id}-checked`}
        aria-invalid={isRefused}
        value={value}
        onInput={fromPerson((event: TargetedEvent<HTMLTextAreaElement>) =>
          onInput(event.currentTarget.value),
        )}
        onBlur={onDone}
      />
      <p class="hint" id={`${id}-hint`}>
        {say('commentHint', { count: max })}
      </p>
      <div id={`${id}-checked`} role="status" data-testid="checked" data-state={checked.state}>
        <Checked say={say} value={value} checked={checked} />
      </div>
    </div>
  )
}

function Checked({ say, value, checked }: Pick<Props, 'say' | 'value' | 'checked'>) {
  switch (checked.state) {
    case 'empty':
      return null
    case 'clean':
      return <p class="hint">{say('commentClean')}</p>
    case 'too-long':
      return <p class="refusal">{say('commentTooLong')}</p>
    case 'unreadable':
      return <p class="refusal">{say('commentUnreadable')}</p>
    case 'found':
      return (
        <>
          <p class="refusal">{say('commentFound')}</p>
          <p class="marked" dir="auto" data-testid="marked">
            {segmentsOf(value, checked.finds).map(({ text, isFound, start }) =>
              isFound ? <mark key={start}>{text}</mark> : text,
            )}
          </p>
          <ul class="finds">
            {checked.finds.map(({ kind, start, end }) => (
              <li key={start} data-kind={kind}>
                <mark dir="auto">{value.slice(start, end)}</mark> {say(FOUND_WORDS[kind])}
              </li>
            ))}
          </ul>
        </>
      )
  }
}

function segmentsOf(value: string, finds: readonly { start: number; end: number }[]) {
  const cuts = finds.flatMap(({ start, end }) => [start, end])
  return [0, ...cuts].map((start, at) => ({
    start,
    text: value.slice(start, cuts[at] ?? value.length),
    isFound: at % 2 === 1,
  }))
}
