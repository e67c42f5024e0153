import type { TargetedEvent } from 'preact'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Checklists } from './checklists.tsx'
import { findablesOf } from './findables.ts'
import { GoOn } from './go-on.tsx'
import type { GuideActions, GuideView, Offer, ReadingView } from './guide.ts'
import { NewsList } from './news.tsx'
import { OfferList } from './offers.tsx'
import type { ReadPicture } from './picture.tsx'
import { fromPerson, pressed } from './press.ts'
import { Reading } from './reading.tsx'
import { Results } from './results.tsx'
import type { CreateSearch } from './search.ts'
import { SettingsPart } from './settings-part.tsx'
import type { Say } from './words.ts'

interface Props {
  view: GuideView
  actions: GuideActions
  say: Say
  onReport: () => void
  onClose: () => void
}

/** What fits this screen first, then the rest; search over both; the way to a friction report. */
export function HelpPanel({ view, actions, say, onClose, onReport }: Props) {
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])
  const [createSearch, setCreateSearch] = useState<CreateSearch>()
  useEffect(() => actions.needSearch((create) => setCreateSearch(() => create)), [])

  const startOf = (pack: string, walkthrough: string) => {
    actions.start(pack, walkthrough)
    onClose()
  }
  const start = ({ pack, id }: Pick<Offer, 'pack' | 'id'>) => startOf(pack, id)
  const isSearching = query.trim() !== ''
  // Made when somebody begins to type, and anew where there is something else to find.
  const { offers, readings, news, checklists } = view
  const titles = isSearching ? JSON.stringify([offers, readings, news, checklists]) : ''
  const search = useMemo(
    () => createSearch?.(findablesOf(view), say.tag),
    [createSearch, titles, say.tag],
  )
  const results = isSearching ? search?.(query) : undefined
  const found = results?.length
  useEffect(() => {
    actions.helpSearch(found === undefined ? { type: 'cleared' } : { type: 'searched', found })
  }, [found, query])
  useEffect(() => () => actions.helpSearch({ type: 'closed' }), [])
  const { hintCounts } = view
  const areAllAway = hintCounts.away === hintCounts.all
  return (
    <section class="card panel" role="dialog" aria-label={say('helpFor')} data-testid="help-panel">
      <div class="head">
        <h2>{view.screen?.title ?? view.appName ?? say('help')}</h2>
        <button type="button" class="icon" aria-label={say('close')} onClick={pressed(onClose)}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <GoOn elsewhere={view.elsewhere} actions={actions} say={say} onClose={onClose} />
      <label class="search">
        <span>{say('search')}</span>
        <input
          ref={field}
          type="search"
          autoComplete="off"
          spellcheck={false}
          dir={query === '' ? undefined : 'auto'}
          placeholder={say('searchHint')}
          value={query}
          onInput={fromPerson((event: TargetedEvent<HTMLInputElement>) =>
            setQuery(event.currentTarget.value),
          )}
        />
      </label>
      {results ? (
        <Results
          results={results}
          actions={actions}
          say={say}
          onStart={start}
          onOpen={() => actions.helpSearch({ type: 'opened' })}
        />
      ) : (
        <Browse view={view} actions={actions} say={say} onStart={start} />
      )}
      <div class="foot">
        <div class="halves">
          <button
            type="button"
            class="quiet"
            data-testid="read-as-page"
            onClick={pressed(() => actions.openPage('reader'))}
          >
            {say('readAsPage')}
          </button>
          <button
            type="button"
            class="quiet"
            data-testid="at-side"
            onClick={pressed(() => actions.openPage('side'))}
          >
            {say('atSide')}
          </button>
        </div>
        {hintCounts.all > 0 && (
          <button
            type="button"
            class="quiet wide"
            data-testid="hints"
            onClick={pressed(() => actions.setHints(areAllAway))}
          >
            {areAllAway ? say('showHints') : say('hideHints', { count: hintCounts.all })}
          </button>
        )}
        <button type="button" class="quiet wide" data-testid="report" onClick={pressed(onReport)}>
          {say('report')}
        </button>
      </div>
    </section>
  )
}

interface BrowseProps extends Pick<Props, 'view' | 'actions' | 'say'> {
  onStart: (offer: Pick<Offer, 'pack' | 'id'>) => void
}

/** All of it, in order: what is pinned, what is for this screen, what is for the person, and the rest. */
function Browse({ view, actions, say, onStart }: BrowseProps) {
  const shared = { actions, say, onStart }
  const pinned = view.offers.filter(({ isPinned }) => isPinned)
  const rest = view.offers.filter(({ isPinned }) => !isPinned)
  const here = rest.filter(({ isHere }) => isHere)
  const elsewhere = rest.filter(({ isHere }) => !isHere)
  const articles = view.readings.filter(({ kind }) => kind === 'article')
  const hereToRead = articles.filter(({ isHere }) => isHere)
  return (
    <div class="offers">
      {pinned.length > 0 && <h3>{say('pinned')}</h3>}
      <OfferList offers={pinned} {...shared} />
      <h3>{say('here')}</h3>
      {here.length + hereToRead.length === 0 && <p class="empty">{say('nothing')}</p>}
      <OfferList offers={here} {...shared} />
      <Articles articles={hereToRead} read={actions.readPicture} say={say} />
      <Checklists
        checklists={view.checklists}
        actions={actions}
        say={say}
        onStart={(pack, id) => onStart({ pack, id })}
      />
      <NewsList news={view.news} say={say} />
      {elsewhere.length > 0 && <h3>{say('elsewhere', { app: view.appName })}</h3>}
      <OfferList offers={elsewhere} {...shared} />
      {articles.length > hereToRead.length && <h3>{say('articles')}</h3>}
      <Articles
        articles={articles.filter(({ isHere }) => !isHere)}
        read={actions.readPicture}
        say={say}
      />
      <SettingsPart settings={view.settings} actions={actions} say={say} />
    </div>
  )
}

interface ArticlesProps {
  articles: ReadingView[]
  read: ReadPicture
  say: Say
}

function Articles({ articles, read, say }: ArticlesProps) {
  return (
    <>
      {articles.map((reading) => (
        <Reading key={`${reading.pack}/${reading.id}`} reading={reading} read={read} say={say} />
      ))}
    </>
  )
}
