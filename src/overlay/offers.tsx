import type { Offer } from './guide.ts'
import { pressed } from './press.ts'

interface Props {
  offer: Offer
  kind?: string
  onStart: (offer: Offer) => void
}

/** A walkthrough that begins when it is pressed. */
export function OfferButton({ offer, kind, onStart }: Props) {
  return (
    <button
      type="button"
      class="offer"
      data-testid={`offer-${offer.id}`}
      onClick={pressed(() => onStart(offer))}
    >
      <strong>{offer.title}</strong>
      {offer.summary !== '' && <span>{offer.summary}</span>}
      {kind !== undefined && <span class="kind">{kind}</span>}
    </button>
  )
}

/** Walkthroughs, one below the other. */
export function OfferList({ offers, onStart }: { offers: Offer[] } & Pick<Props, 'onStart'>) {
  if (offers.length === 0) return null
  return (
    <ul class="list">
      {offers.map((offer) => (
        <li key={`${offer.pack}/${offer.id}`}>
          <OfferButton offer={offer} onStart={onStart} />
        </li>
      ))}
    </ul>
  )
}
