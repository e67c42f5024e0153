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
  /** The card goes: the focus goes where it is not lost. */
  onDone: () => void
}

/** What has come up by itself, as its kind is shown. */
export function PromptCard({ prompt, host, actions, say, onOpenHelp, onDone }: Props) {
  const { pack, list, id } = prompt
  if (list === 'announcements')
    return (
      <NewsCard
        announcement={prompt}
        say={say}
        onGotIt={() => {
          actions.announcementRead(pack, id)
          onDone()
        }}
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
        onDone={onDone}
      />
    )
  return (
    <OfferCard
      offer={prompt}
      say={say}
      onAccept={() => {
        actions.declineOffer(pack, list, id)
        if (list !== 'walkthroughs') return onOpenHelp()
        actions.start(pack, id)
        onDone()
      }}
      onDecline={() => {
        actions.declineOffer(pack, list, id)
        onDone()
      }}
    />
  )
}
