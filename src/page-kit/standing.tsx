/** How something stands: a sentence, and the sentences there are to add. */
export interface Standing {
  tone: 'good' | 'quiet' | 'problem'
  text: string
  details: string[]
}

const MARKS = { good: '✓', quiet: '·', problem: '!' } as const

/** Shows how something stands; the mark says it too, for those who see no colour. */
export function StandingNote({ standing, testId }: { standing: Standing; testId: string }) {
  return (
    <div class={`standing ${standing.tone}`} data-testid={testId} data-tone={standing.tone}>
      <span class="mark" aria-hidden="true">
        {MARKS[standing.tone]}
      </span>
      <div>
        <p>{standing.text}</p>
        {standing.details.length > 0 && <p class="detail">{standing.details.join(' ')}</p>}
      </div>
    </div>
  )
}
