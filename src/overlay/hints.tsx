import { useEffect, useRef, useState } from 'preact/hooks'
import { Beacon } from './beacon.tsx'
import { onEscape } from './escape.ts'
import type { GuideActions, HintView } from './guide.ts'
import { Tip } from './tip.tsx'
import type { Say } from './words.ts'

interface Props {
  document: Document
  host: HTMLElement
  hints: HintView[]
  actions: GuideActions
  say: Say
  /** Does what takes an open hint away for good: the focus goes where it is not lost. */
  leave: (act: () => void) => void
}

const keyOf = ({ pack, id }: HintView) => `${pack}/${id}`

/** The marks of this screen, at most one of them open, and the tip of the field that has the focus. */
export function Hints({ document, host, hints, actions, say, leave }: Props) {
  const [open, setOpen] = useState<string>()
  const [isTipAside, setTipAside] = useState(false)
  const tip = hints.find(({ kind }) => kind === 'tip')
  const tipKey = tip && keyOf(tip)
  useEffect(() => setTipAside(false), [tipKey])
  // Come back by itself, it would take the focus from where the person is by then.
  const isOpenAway = open !== undefined && !hints.some((hint) => keyOf(hint) === open)
  useEffect(() => {
    if (isOpenAway) setOpen(undefined)
  }, [isOpenAway])

  const onEscapeNow = useRef(() => {})
  onEscapeNow.current = () => {
    setTipAside(true)
    setOpen(undefined)
  }
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    onEscape(document, host, () => onEscapeNow.current(), signal)
    const pressElsewhere = (event: Event) => {
      if (event.isTrusted && event.target !== host) setOpen(undefined)
    }
    document.addEventListener('pointerdown', pressElsewhere, {
      capture: true,
      passive: true,
      signal,
    })
    return () => stop.abort()
  }, [document, host])

  const gotIt = (hint: HintView) => {
    setOpen(undefined)
    actions.putHintAway(hint.pack, hint.id)
  }
  const shared = { host, say, onFault: actions.fail }
  return (
    <>
      {hints
        .filter(({ kind }) => kind === 'beacon')
        .map((hint) => (
          <Beacon
            key={keyOf(hint)}
            {...shared}
            hint={hint}
            isOpen={open === keyOf(hint)}
            onOpen={(isOpen) => setOpen(isOpen ? keyOf(hint) : undefined)}
            onGotIt={() => leave(() => gotIt(hint))}
          />
        ))}
      {tip && !isTipAside && <Tip key={tipKey} {...shared} hint={tip} onGotIt={() => gotIt(tip)} />}
    </>
  )
}
