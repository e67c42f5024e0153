import type { ComponentChildren } from 'preact'
import { pressed } from './press.ts'

interface Props {
  title: string
  note: string
  testId: string
  actions: { label: string; act: () => void; isPrimary?: boolean }[]
  children?: ComponentChildren
}

/** A line beside the launcher: what waits, and how to go on or stop. */
export function Bar({ title, note, testId, actions }: Props) {
  return (
    <section class="card bar" aria-label={title} data-testid={testId}>
      <div class="words">
        <p class="title">{title}</p>
        <p class="hint">{note}</p>
      </div>
      {actions.map(({ label, act, isPrimary }) => (
        <button
          key={label}
          type="button"
          class={isPrimary ? 'primary' : 'quiet'}
          onClick={pressed(act)}
        >
          {label}
        </button>
      ))}
    </section>
  )
}
