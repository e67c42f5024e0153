import type { TargetedEvent } from 'preact'
import { useId } from 'preact/hooks'
import { fromPerson } from '../press.ts'
import type { Say } from '../words.ts'

interface Props<Id extends string> {
  say: Say
  testId: string
  label: string
  value: Id | undefined
  choices: readonly (readonly [Id, string])[]
  onChoose: (value: Id | undefined) => void
}

/** One closed question that need not be answered. */
export function Detail<Id extends string>({
  say,
  testId,
  label,
  value,
  choices,
  onChoose,
}: Props<Id>) {
  const id = useId()
  return (
    <div class="detail">
      <label for={id}>{label}</label>
      <select
        id={id}
        data-testid={testId}
        value={value ?? ''}
        onChange={fromPerson(({ currentTarget }: TargetedEvent<HTMLSelectElement>) =>
          onChoose(choices.find(([one]) => one === currentTarget.value)?.[0]),
        )}
      >
        <option value="">{say('notSaid')}</option>
        {choices.map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
