import { useEffect, useRef } from 'preact/hooks'
import { isFocusOurs } from './focus-home.ts'
import type { GuideActions, SurveyView } from './guide.ts'
import { pressed } from './press.ts'
import type { Say } from './words.ts'

interface Props {
  survey: SurveyView
  host: Element
  actions: GuideActions
  say: Say
  /** Does what takes the card away: the focus goes where it is not lost. */
  leave: (act: () => void) => void
}

/** One question, in the corner above the launcher: takes no focus, and waits. */
export function SurveyCard({ survey, host, actions, say, leave }: Props) {
  const { pack, id, question, answers, scale, isAnswered } = survey
  const card = useRef<HTMLElement>(null)
  const close = useRef<HTMLButtonElement>(null)
  useEffect(() => onceSeen(card.current, () => actions.surveyShown(pack, id)), [pack, id])
  // The answer that was pressed is gone, and with it the focus, where it had that.
  const isByKey = useRef(false)
  useEffect(() => {
    if (isAnswered && isByKey.current) close.current?.focus({ preventScroll: true })
  }, [isAnswered])
  const leaving = (act: () => void) => pressed(() => leave(act))
  return (
    <section class="card news survey" ref={card} aria-label={question} data-testid={`survey-${id}`}>
      <p class="eyebrow">{say('oneQuestion')}</p>
      <p class="title">{question}</p>
      {isAnswered ? (
        <>
          <p role="status" data-testid="survey-thanks">
            {say('thanks')}
          </p>
          <button type="button" class="quiet" ref={close} onClick={leaving(actions.closeSurvey)}>
            {say('close')}
          </button>
        </>
      ) : (
        <>
          <fieldset class={scale ? 'scale' : 'categories'} aria-label={question}>
            {answers.map((answer, at) => (
              <button
                key={answer}
                type="button"
                class="choice"
                data-testid={`answer-${at + 1}`}
                aria-label={scale && endOf(scale, answers, at)}
                onClick={pressed(() => {
                  isByKey.current = isFocusOurs(host)
                  actions.answerSurvey(pack, id, at + 1)
                })}
              >
                {answer}
              </button>
            ))}
          </fieldset>
          {scale && (
            <p class="ends hint" aria-hidden="true">
              <span>{scale.low}</span>
              <span>{scale.high}</span>
            </p>
          )}
          <p class="hint">{say('surveyHint')}</p>
          <div class="foot">
            <button
              type="button"
              class="quiet"
              data-testid="survey-later"
              onClick={leaving(() => actions.putSurveyOff(pack, id))}
            >
              {say('notNow')}
            </button>
            <button
              type="button"
              class="quiet"
              data-testid="survey-never"
              onClick={leaving(() => actions.refuseSurvey(pack, id))}
            >
              {say('neverAsk')}
            </button>
          </div>
        </>
      )}
    </section>
  )
}

/** The ends of a scale say what they mean. */
function endOf(scale: { low: string; high: string }, answers: readonly string[], at: number) {
  if (at === 0) return `${answers[at]}: ${scale.low}`
  return at === answers.length - 1 ? `${answers[at]}: ${scale.high}` : answers[at]
}

/** Calls `act` once half of the element has been painted in view; the result takes it back. */
function onceSeen(element: HTMLElement | null, act: () => void): () => void {
  if (element === null) return () => {}
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      act()
    },
    { threshold: 0.5 },
  )
  watch.observe(element)
  return () => watch.disconnect()
}
