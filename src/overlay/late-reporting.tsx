import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { GuideActions } from './guide.ts'
import type { Reporting, ReportingOwner, ReportingView } from './reporting/reporting.ts'

interface Props {
  owner: ReportingOwner
  view: ReportingView
  actions: Pick<GuideActions, 'needReporting'>
  /** Is told the part once it is there. */
  reporting: RefObject<Reporting | undefined>
  onBack: () => void
  onClose: () => void
}

/** Where the report form and flag mode are drawn, by their own script. */
export function LateReporting({ owner, view, actions, reporting, onBack, onClose }: Props) {
  const into = useRef<HTMLDivElement>(null)
  const [isThere, setThere] = useState(reporting.current !== undefined)
  useEffect(() => {
    actions.needReporting(owner, (part) => {
      reporting.current = part
      setThere(true)
    })
    return () => reporting.current?.hide()
  }, [])
  useLayoutEffect(() => {
    if (isThere && into.current)
      reporting.current?.show({ into: into.current, back: onBack, close: onClose }, view)
  })
  return <div class="late" ref={into} />
}
