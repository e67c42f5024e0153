import { render } from 'preact'
import { Fence } from '../fence.tsx'
import { FlagMode } from './flag-mode.tsx'
import { createFlags } from './flags.ts'
import { ReportPart } from './report-part.tsx'
import type { CreateReporting } from './reporting.ts'
import { reportingStyles } from './styles.ts'

/**
 * The report form and flag mode, drawn by a renderer of their own: they come into the page in a script of
 * their own, when somebody first opens one of them.
 */
export const createReporting: CreateReporting = (owner, actions) => {
  const { document, host, say, addStyles, fail } = owner
  const flags = createFlags()
  const onEscape: { act: (() => boolean) | undefined } = { act: undefined }
  const shared = { document, host, say, actions, onEscape }
  addStyles(reportingStyles)
  let into: Element | undefined

  return {
    show(place, view) {
      if (into && into !== place.into) render(null, into)
      into = place.into
      const Part = view.mode === 'flags' ? FlagMode : ReportPart
      render(
        <Fence onFault={fail}>
          <Part {...shared} place={place} view={view} flags={flags} />
        </Fence>,
        into,
      )
    },
    hide() {
      if (into) render(null, into)
      into = undefined
      onEscape.act = undefined
    },
    escape: () => onEscape.act?.() ?? false,
  }
}
