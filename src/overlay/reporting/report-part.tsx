import { useLayoutEffect, useState } from 'preact/hooks'
import type { Pointed } from '../guide.ts'
import { pressed } from '../press.ts'
import { Pointing } from './pointing.tsx'
import { ReportForm } from './report-form.tsx'
import type { PartProps } from './shared.ts'

/** The report form in its panel, and pointing, for which the panel makes way. */
export function ReportPart(props: PartProps) {
  const { say, place, onEscape } = props
  const [isPointing, setPointing] = useState(false)
  const screen = props.view.screen?.id
  const [chosen, setChosen] = useState<{ pointed: Pointed; screen: string | undefined }>()
  // A part of another screen says nothing of this one.
  const pointed = chosen?.screen === screen ? chosen?.pointed : undefined
  // Before anything is painted: who sees it may press Escape at once.
  useLayoutEffect(() => {
    onEscape.act = () => {
      if (isPointing) setPointing(false)
      return isPointing
    }
  }, [isPointing])

  return (
    <>
      {isPointing && (
        <Pointing
          {...props}
          screen={screen}
          onBack={() => setPointing(false)}
          onPick={(found) => {
            setChosen({ pointed: found, screen })
            setPointing(false)
          }}
        />
      )}
      <section
        class="card panel"
        role="dialog"
        aria-label={say('reportTitle')}
        data-testid="report-panel"
        hidden={isPointing}
      >
        <div class="head">
          <h2>{say('reportTitle')}</h2>
          <button
            type="button"
            class="icon"
            aria-label={say('close')}
            onClick={pressed(place.close)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
        <ReportForm
          {...props}
          pointed={pointed}
          isPointing={isPointing}
          onPoint={() => setPointing(true)}
        />
      </section>
    </>
  )
}
