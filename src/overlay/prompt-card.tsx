import type { GuideActions, PromptView } from './guide.ts'
import { NewsCard } from './news.tsx'
import { OfferCard } from './offer-card.tsx'
import { SurveyCard } from './survey-card.tsx'
import type { Say } from './words.ts'

interface Props {
  prompt: PromptView
  host: Element
  actions: GuideActions
  say: Say
  onOpenHelp: () => void
  /** Does what takes the card away: the focus goes where it is not lost. */
  leave: (act: () => void) => void
}

/** What has come up by itself, as its kind is shown. */
export function PromptCard({ prompt, host, actions, say, onOpenHelp, leave }: Props) {
  const { pack, list, id } = prompt
  if (list === 'announcements')
    return (
      <NewsCard
        announcement={prompt}
        say={say}
        onGotIt={() => leave(() => actions.announcementRead(pack, id))}
      />
    )
  if (prompt.survey)
    return (
      <SurveyCard
        key={`${pack}/${id}`}
        survey={prompt.survey}
        host={host}
        actions={actions}
        say={say}
        leave={leave}
      />
    )
  const decline = () => actions.declineOffer(pack, list, id)
  return (
    <OfferCard
      offer={prompt}
      say={say}
      onAccept={() => {
        if (list !== 'walkthroughs') {
          onOpenHelp()
          decline()
        } else
          leave(() => {
            decline()
            actions.start(pack, id)
          })
      }}
      onDecline={() => leave(decline)}
    />
  )
}
