import type { GuideActions, Offer } from './guide.ts'
import { pressed } from './press.ts'
import type { Say } from './words.ts'

interface Props {
  offer: Offer
  actions: GuideActions
  say: Say
}

/** Beside a walkthrough in the help panel: pin it, or hide it where that may be. */
export function OfferTools({ offer, actions, say }: Props) {
  const { pack, id, title, isPinned, isRequired } = offer
  return (
    <span class="tools">
      <button
        type="button"
        class="icon"
        aria-label={say('pin', { title })}
        aria-pressed={isPinned}
        data-testid={`pin-${id}`}
        onClick={pressed(() => actions.pin(pack, id, !isPinned))}
      >
        <span aria-hidden="true">{isPinned ? '★' : '☆'}</span>
      </button>
      {!isRequired && (
        <button
          type="button"
          class="icon"
          aria-label={say('hideWalkthrough', { title })}
          data-testid={`hide-${id}`}
          onClick={pressed(() => actions.hideWalkthrough(pack, id, true))}
        >
          <span aria-hidden="true">×</span>
        </button>
      )}
    </span>
  )
}
