import type { ComponentChildren } from 'preact'

interface Props {
  id: string
  title: string
  hint?: string
  children: ComponentChildren
}

/** One part of the page, which its list of sections and the popup link to. */
export function Section({ id, title, hint, children }: Props) {
  return (
    <section id={id} class="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      {hint !== undefined && <p class="hint lead">{hint}</p>}
      {children}
    </section>
  )
}
