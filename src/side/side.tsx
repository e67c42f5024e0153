import { useEffect } from 'preact/hooks'
import { recordNote, waitingNote } from '../overlay/go-on.tsx'
import type { Offer } from '../overlay/guide.ts'
import { Markdown } from '../overlay/markdown.tsx'
import { Picture, type ReadPicture } from '../overlay/picture.tsx'
import type { SideAct, SideStep, SideView } from '../overlay/side-view.ts'
import type { Say } from '../overlay/words.ts'

interface Props {
  view: SideView | undefined
  say: Say
  read: ReadPicture
  act: (act: SideAct) => void
}

/** A walkthrough beside the page: its words and its buttons, while nothing of ours lies on the page. */
export function Side({ view, ...rest }: Props) {
  const { say, act } = rest
  if (!view)
    return (
      <main>
        <h1>{say('help')}</h1>
        <p data-testid="side-off">{say('sideOff')}</p>
      </main>
    )
  const { step, recordPause, waiting, elsewhere, completed, isSilent } = view
  return (
    <main data-testid="side" data-state={stateOf(view)}>
      <h1>{view.screenTitle ?? view.appName}</h1>
      {isSilent ? (
        <p role="status">{say('sideQuiet')}</p>
      ) : recordPause ? (
        <RecordPause pause={recordPause} {...rest} />
      ) : step ? (
        <Step key={step.step} step={step} {...rest} />
      ) : waiting ? (
        <Waiting waiting={waiting} {...rest} />
      ) : completed !== undefined ? (
        <>
          <p role="status" data-testid="side-completed">
            {say('completed', { title: completed })}
          </p>
          <button type="button" onClick={() => act({ act: 'dismissCompleted' })}>
            {say('close')}
          </button>
        </>
      ) : (
        <>
          {elsewhere && <GoOn elsewhere={elsewhere} {...rest} />}
          <Offers offers={view.offers} appName={view.appName} {...rest} />
        </>
      )}
    </main>
  )
}

function stateOf(view: SideView): string {
  const { isSilent, recordPause, step, waiting, elsewhere, completed } = view
  if (isSilent) return 'silent'
  if (recordPause) return 'record-pause'
  if (step) return 'step'
  if (waiting) return 'waiting'
  if (completed !== undefined) return 'completed'
  return elsewhere ? 'elsewhere' : 'idle'
}

type PartProps = Omit<Props, 'view'>

function Step({ step, say, read, act }: PartProps & { step: SideStep }) {
  const { walkthrough, step: id } = step
  useEffect(() => {
    const frame = requestAnimationFrame(() => act({ act: 'shown', walkthrough, step: id }))
    return () => cancelAnimationFrame(frame)
  }, [walkthrough, id, act])
  const next = step.isLast ? say('finish') : step.isByAct ? say('did') : say('next')
  return (
    <>
      <h2>{step.title}</h2>
      <p class="soft">{say('step', { index: step.index, total: step.total })}</p>
      <div class="text" role="status" data-testid="side-step" data-step={id}>
        <Markdown text={step.text} say={say} />
      </div>
      {step.picture && <Picture picture={step.picture} read={read} />}
      {step.isByAct && <p class="soft">{say('byAct')}</p>}
      {step.isRequired && <p class="soft">{say('required')}</p>}
      <div class="acts">
        {!step.isLocked && !(step.isByAct && step.isSkippable) && (
          <button
            type="button"
            class={step.isByAct ? '' : 'primary'}
            data-testid="side-next"
            onClick={() => act({ act: 'next' })}
          >
            {next}
          </button>
        )}
        {step.isSkippable && (
          <button type="button" data-testid="side-skip" onClick={() => act({ act: 'skip' })}>
            {say('skip')}
          </button>
        )}
        {step.canBeKnown && (
          <button
            type="button"
            data-testid="side-know-part"
            onClick={() => act({ act: 'knowPart' })}
          >
            {say('knowPart')}
          </button>
        )}
        {step.canGoBack && (
          <button type="button" data-testid="side-back" onClick={() => act({ act: 'back' })}>
            {say('back')}
          </button>
        )}
        <End say={say} act={act} />
      </div>
    </>
  )
}

function Waiting({ waiting, say, act }: PartProps & { waiting: NonNullable<SideView['waiting']> }) {
  return (
    <>
      <h2>{waiting.title}</h2>
      <p role="status" data-testid="side-waiting">
        {waitingNote(waiting, say)}
      </p>
      <div class="acts">
        <End say={say} act={act} />
      </div>
    </>
  )
}

/** Nothing is pointed at in another patient's record until the person has said which it is to be. */
function RecordPause({
  pause: { title, record },
  say,
  act,
}: PartProps & { pause: NonNullable<SideView['recordPause']> }) {
  return (
    <>
      <h2>{title}</h2>
      <p role="status" data-testid="side-record-pause">
        {recordNote(record, say)}
      </p>
      <div class="acts">
        <button
          type="button"
          class="primary"
          data-testid="side-continue"
          onClick={() => act({ act: 'continueHere' })}
        >
          {say('continueHere')}
        </button>
        <End say={say} act={act} />
      </div>
    </>
  )
}

/** The way back to a walkthrough that the person has left for another screen. */
function GoOn({
  elsewhere,
  say,
  act,
}: PartProps & { elsewhere: NonNullable<SideView['elsewhere']> }) {
  return (
    <>
      <h2>{elsewhere.title}</h2>
      <p class="soft" data-testid="side-elsewhere">
        {waitingNote(elsewhere, say)}
      </p>
      <div class="acts">
        <button type="button" data-testid="side-go-on" onClick={() => act({ act: 'goOn' })}>
          {say('goOnWith', { title: elsewhere.title })}
        </button>
        <End say={say} act={act} />
      </div>
    </>
  )
}

function End({ say, act }: Pick<PartProps, 'say' | 'act'>) {
  return (
    <button type="button" data-testid="side-stop" onClick={() => act({ act: 'dismiss' })}>
      {say('stop')}
    </button>
  )
}

function Offers({ offers, appName, say, act }: PartProps & { offers: Offer[]; appName: string }) {
  const here = offers.filter(({ isHere }) => isHere)
  const elsewhere = offers.filter(({ isHere }) => !isHere)
  return (
    <>
      <h2>{say('here')}</h2>
      {here.length === 0 && <p class="soft">{say('nothing')}</p>}
      <OfferList offers={here} act={act} />
      {elsewhere.length > 0 && <h2>{say('elsewhere', { app: appName })}</h2>}
      <OfferList offers={elsewhere} act={act} />
    </>
  )
}

function OfferList({ offers, act }: { offers: Offer[]; act: Props['act'] }) {
  if (offers.length === 0) return null
  return (
    <ul class="offers">
      {offers.map(({ pack, id, title, summary }) => (
        <li key={`${pack}/${id}`}>
          <button
            type="button"
            data-testid={`side-offer-${id}`}
            onClick={() => act({ act: 'start', pack, walkthrough: id })}
          >
            {title}
          </button>
          {summary !== '' && <span class="soft">{summary}</span>}
        </li>
      ))}
    </ul>
  )
}
