import type { GuideActions, Offer } from './guide.ts'
import { OfferTools } from './offer-tools.tsx'
import { pressed } from './press.ts'
import type { Say } from './words.ts'

interface Props {
  offer: Offer
  kind?: string
  actions: GuideActions
  say: Say
  onStart: (offer: Offer) => void
}

/** A walkthrough that begins when it is pressed, with what the person may make of it. */
export function OfferEntry({ offer, kind, actions, say, onStart }: Props) {
  return (
    <>
      <button
        type="button"
        class="offer"
        data-testid={`offer-${offer.id}`}
        onClick={pressed(() => onStart(offer))}
      >
        <strong>{offer.title}</strong>
        {offer.summary !== '' && <span>{offer.summary}</span>}
        {offer.isRequired && <span>{say('requiredWhole')}</span>}
        {kind !== undefined && <span class="kind">{kind}</span>}
      </button>
      <OfferTools offer={offer} actions={actions} say={say} />
    </>
  )
}

/** Walkthroughs, one below the other. */
export function OfferList({ offers, ...shared }: { offers: Offer[] } & Omit<Props, 'offer'>) {
  if (offers.length === 0) return null
  return (
    <ul class="list">
      {offers.map((offer) => (
        <li key={`${offer.pack}/${offer.id}`}>
          <OfferEntry offer={offer} {...shared} />
        </li>
      ))}
    </ul>
  )
}
