import type { Offer, SettingsView } from '../overlay/guide.ts'
import type { Pack, Walkthrough } from '../vocabulary/pack.ts'
import type { Preferences } from '../vocabulary/preferences.ts'
import { hasExperience } from '../walkthroughs/audience.ts'
import { completedIn } from '../walkthroughs/prompts.ts'
import type { KnownParts } from './known-parts.ts'
import type { Personal } from './personal.ts'

/** Which walkthroughs the help panel lists for this person, and what they have changed for themselves. */
export function createOffers(packs: readonly Pack[], personal: Personal, known: KnownParts) {
  const markOf = (list: 'pins' | 'hidden', pack: string, id: string) => ({ pack, list, id })
  const isHeld = (list: 'pins' | 'hidden', { pack, id }: Offer) =>
    personal.held(markOf(list, pack, id)) > 0

  function find(packId: string, id: string): [Pack, Walkthrough] | undefined {
    const pack = packs.find((one) => one.id === packId)
    const walkthrough = pack?.walkthroughs.find((one) => one.id === id)
    return pack && walkthrough && [pack, walkthrough]
  }
  function isFor({ pack: packId, id }: Offer): boolean {
    const [pack, walkthrough] = find(packId, id) ?? []
    return (
      pack !== undefined && hasExperience(walkthrough?.audience, completedIn(pack, personal.heldAt))
    )
  }
  const isHidden = (offer: Offer) => !offer.isRequired && isHeld('hidden', offer)

  return {
    /** Without what is hidden; pinned first. */
    arrange: (offers: readonly Offer[]): Offer[] =>
      offers
        .filter((offer) => isFor(offer) && !isHidden(offer))
        .map((offer) => ({ ...offer, isPinned: isHeld('pins', offer) }))
        .sort((a, b) => Number(b.isPinned) - Number(a.isPinned)),
    settings: (offers: readonly Offer[], preferences: Preferences): SettingsView => ({
      ...preferences,
      hidden: offers.filter((offer) => isFor(offer) && isHidden(offer)),
      shortened: offers.filter(({ pack, id }) => {
        const found = find(pack, id)
        return found !== undefined && known.hasKnown(...found)
      }),
    }),
    pin(pack: string, id: string, isPinned: boolean): void {
      personal.set({ ...markOf('pins', pack, id), value: isPinned ? 1 : 0 })
    },
    hide(pack: string, id: string, isOut: boolean): void {
      if (isOut && find(pack, id)?.[1].locked) return
      personal.set({ ...markOf('hidden', pack, id), value: isOut ? 1 : 0 })
    },
    showAllSteps(pack: string, id: string): void {
      const found = find(pack, id)
      if (found) known.forget(...found)
    },
  }
}
