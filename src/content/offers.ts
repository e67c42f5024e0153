import type { Offer } from '../overlay/guide.ts'
import type { Pack } from '../vocabulary/pack.ts'
import { hasExperience } from '../walkthroughs/audience.ts'
import { completedIn } from '../walkthroughs/prompts.ts'
import type { Personal } from './personal.ts'

/** Which walkthroughs the help panel lists for this person. */
export function createOffers(packs: readonly Pack[], personal: Personal) {
  function isFor({ pack: packId, id }: Offer): boolean {
    const pack = packs.find((one) => one.id === packId)
    const walkthrough = pack?.walkthroughs.find((one) => one.id === id)
    return (
      pack !== undefined &&
      walkthrough !== undefined &&
      hasExperience(walkthrough.audience, completedIn(pack, personal.heldAt))
    )
  }
  return { arrange: (offers: readonly Offer[]): Offer[] => offers.filter(isFor) }
}
