import type { AnnouncementView, PromptView } from './guide.ts'
import { Markdown } from './markdown.tsx'
import { pressed } from './press.ts'
import { Unfolding } from './reading.tsx'
import type { Say } from './words.ts'

interface CardProps {
  announcement: PromptView
  say: Say
  onGotIt: () => void
}

/** In the corner above the launcher: takes no focus, and waits. */
export function NewsCard({ announcement, say, onGotIt }: CardProps) {
  const { id, title, text, isSafety } = announcement
  return (
    <section class="card news" aria-label={title} data-testid={`announcement-${id}`}>
      <p class="eyebrow">{say(isSafety ? 'safety' : 'news')}</p>
      <p class="title">{title}</p>
      <div class="text">
        <Markdown text={text} say={say} />
      </div>
      <button type="button" class="quiet" data-testid="got-it" onClick={pressed(onGotIt)}>
        {say('gotIt')}
      </button>
    </section>
  )
}

/** In the help panel: all that is new, each opened by its title. */
export function NewsList({ news, say }: { news: AnnouncementView[]; say: Say }) {
  if (news.length === 0) return null
  return (
    <>
      <h3>{say('news')}</h3>
      {news.map(({ pack, id, title, text }) => (
        <Unfolding key={`${pack}/${id}`} title={title} testId={`news-${id}`}>
          <Markdown text={text} say={say} />
        </Unfolding>
      ))}
    </>
  )
}
