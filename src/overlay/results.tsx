import { Checklists } from './checklists.tsx'
import type { FindableView } from './findables.ts'
import type { GuideActions, Offer } from './guide.ts'
import { Markdown } from './markdown.tsx'
import { OfferEntry } from './offers.tsx'
import { pressed } from './press.ts'
import { Reading, Unfolding } from './reading.tsx'
import type { Say } from './words.ts'

interface Props {
  results: readonly FindableView[]
  actions: GuideActions
  say: Say
  onStart: (offer: Pick<Offer, 'pack' | 'id'>) => void
  /** Something that was found has been pressed. */
  onOpen: () => void
}

/** What the search has found, each as the panel has it elsewhere, and what it is. */
export function Results({ results, actions, say, onStart, onOpen }: Props) {
  return (
    <div class="offers">
      <p class="empty" role="status" data-testid="found">
        {results.length === 0 ? say('noResults') : say('found', { count: results.length })}
      </p>
      {results.length > 0 && (
        <ul class="list" data-testid="results" onClickCapture={pressed(onOpen)}>
          {results.map((result) => (
            <li key={result.key}>
              <Result result={result} actions={actions} say={say} onStart={onStart} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface OneProps extends Omit<Props, 'results' | 'onOpen'> {
  result: FindableView
}

function Result({ result, actions, say, onStart }: OneProps) {
  switch (result.kind) {
    case 'walkthrough':
      return (
        <OfferEntry
          offer={result.offer}
          kind={say('isWalkthrough')}
          actions={actions}
          say={say}
          onStart={onStart}
        />
      )
    case 'article':
      return (
        <Reading
          reading={result.reading}
          kind={say('isArticle')}
          read={actions.readPicture}
          say={say}
        />
      )
    case 'hint':
      return (
        <Reading
          reading={result.reading}
          kind={say('isHint')}
          read={actions.readPicture}
          say={say}
        />
      )
    case 'news':
      return (
        <Unfolding title={result.title} kind={say('isNews')} testId={`news-${result.news.id}`}>
          <Markdown text={result.news.text} say={say} />
        </Unfolding>
      )
    case 'checklist':
      return (
        <Checklists
          checklists={[result.checklist]}
          actions={actions}
          say={say}
          onStart={(pack, id) => onStart({ pack, id })}
        />
      )
  }
}
