import type { PromptView } from './guide.ts'
import { pressed } from './press.ts'
import type { Say } from './words.ts'

interface Props {
  offer: PromptView
  say: Say
  onAccept: () => void
  onDecline: () => void
}

/** A walkthrough or a checklist that offers itself, in the corner above the launcher: takes no focus, and waits. */
export function OfferCard({ offer, say, onAccept, onDecline }: Props) {
  const { list, id, title, text } = offer
  return (
    <section class="card news" aria-label={title} data-testid={`offered-${id}`}>
      <p class="eyebrow">{say('offered')}</p>
      <p class="title">{title}</p>
      {text !== '' && <p class="text">{text}</p>}
      <div class="pair">
        <button type="button" class="primary" data-testid="accept" onClick={pressed(onAccept)}>
          {say(list === 'walkthroughs' ? 'start' : 'show')}
        </button>
        <button type="button" class="quiet" data-testid="not-now" onClick={pressed(onDecline)}>
          {say('notNow')}
        </button>
      </div>
    </section>
  )
}
