import type { ComponentChildren } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import { Checklists } from './checklists.tsx'
import { GoOn } from './go-on.tsx'
import type { GuideActions, GuideView, Offer, Pointed } from './guide.ts'
import { NewsList } from './news.tsx'
import { OfferTools } from './offer-tools.tsx'
import { pressed } from './press.ts'
import { ReportForm } from './report-form.tsx'
import { searchOffers } from './search.ts'
import { SettingsPart } from './settings-part.tsx'
import type { Say } from './words.ts'

interface Props {
  view: GuideView
  actions: GuideActions
  say: Say
  pointed: Pointed | undefined
  isReporting: boolean
  onReporting: (isReporting: boolean) => void
  onPoint: () => void
  onClose: () => void
}

/** What fits this screen first, then the rest; search over both; the way to a friction report. */
export function HelpPanel({ view, actions, say, onClose, ...report }: Props) {
  const [query, setQuery] = useState('')
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus({ preventScroll: true }), [])

  const startOf = (pack: string, walkthrough: string) => {
    actions.start(pack, walkthrough)
    onClose()
  }
  const start = (offer: Offer) => startOf(offer.pack, offer.id)
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
      {report.isReporting ? (
        <ReportForm {...report} view={view} actions={actions} say={say} />
      ) : (
        <>
          <GoOn elsewhere={view.elsewhere} actions={actions} say={say} onClose={onClose} />
          <label class="search">
            <span>{say('search')}</span>
            <input
              ref={field}
              type="search"
              dir={query === '' ? undefined : 'auto'}
              placeholder={say('searchHint')}
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </label>
          <Offers view={view} query={query} say={say} actions={actions} onStart={start}>
            <Checklists
              checklists={view.checklists}
              actions={actions}
              say={say}
              onStart={startOf}
            />
            <NewsList news={view.news} say={say} />
          </Offers>
          <div class="foot">
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
            <button
              type="button"
              class="quiet wide"
              data-testid="report"
              onClick={pressed(() => report.onReporting(true))}
            >
              {say('report')}
            </button>
          </div>
        </>
      )}
    </section>
  )
}

interface OffersProps {
  view: GuideView
  query: string
  say: Say
  actions: GuideActions
  onStart: (offer: Offer) => void
  /** Between what is for this screen and the rest. */
  children?: ComponentChildren
}

function Offers({ view, query, children, ...shared }: OffersProps) {
  const { say, actions } = shared
  if (query.trim() !== '') {
    const results = searchOffers(view.offers, query)
    return (
      <>
        <p class="empty" role="status">
          {results.length === 0 ? say('noResults') : say('found', { count: results.length })}
        </p>
        <OfferList offers={results} {...shared} />
      </>
    )
  }
  const pinned = view.offers.filter(({ isPinned }) => isPinned)
  const rest = view.offers.filter(({ isPinned }) => !isPinned)
  const here = rest.filter(({ isHere }) => isHere)
  const elsewhere = rest.filter(({ isHere }) => !isHere)
  return (
    <div class="offers">
      {pinned.length > 0 && <h3>{say('pinned')}</h3>}
      <OfferList offers={pinned} {...shared} />
      <h3>{say('here')}</h3>
      {here.length === 0 && <p class="empty">{say('nothing')}</p>}
      <OfferList offers={here} {...shared} />
      {children}
      {elsewhere.length > 0 && <h3>{say('elsewhere', { app: view.appName })}</h3>}
      <OfferList offers={elsewhere} {...shared} />
      <SettingsPart settings={view.settings} actions={actions} say={say} />
    </div>
  )
}

function OfferList({
  offers,
  onStart,
  ...shared
}: Omit<OffersProps, 'view' | 'query'> & { offers: Offer[] }) {
  const { say } = shared
  if (offers.length === 0) return null
  return (
    <ul class="list">
      {offers.map((offer) => (
        <li key={`${offer.pack}/${offer.id}`}>
          <button
            type="button"
            class="offer"
            data-testid={`offer-${offer.id}`}
            onClick={pressed(() => onStart(offer))}
          >
            <strong>{offer.title}</strong>
            <span>{offer.summary}</span>
            {offer.isRequired && <span>{say('requiredWhole')}</span>}
          </button>
          <OfferTools offer={offer} {...shared} />
        </li>
      ))}
    </ul>
  )
}
