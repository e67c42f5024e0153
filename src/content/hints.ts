import { isHolding } from '../anchors/dom.ts'
import type { HintView } from '../overlay/guide.ts'
import { BEACONS_MAX } from '../vocabulary/beacons.ts'
import type { Hint, Pack } from '../vocabulary/pack.ts'
import type { Signal } from '../vocabulary/signal.ts'
import { hasExperience } from '../walkthroughs/audience.ts'
import { completedIn } from '../walkthroughs/prompts.ts'
import type { PackSight, Sight } from './lookout.ts'
import type { PackWords } from './pack-words.ts'
import { MISSING_AFTER_MS } from './patience.ts'
import type { Personal } from './personal.ts'

interface Options {
  packs: readonly Pack[]
  words: PackWords
  personal: Personal
  emit: (signal: Omit<Signal, 'uid'>) => void
  /** Runs an act after some ms; the result takes it back. */
  after: (ms: number, act: () => void) => () => void
}

interface DueHint {
  pack: Pack
  hint: Hint
  seen: PackSight
}

/** Hints of the screen that is shown. Which of them are put away is the person's own memory. */
export function createHints({ packs, words, personal, emit, after }: Options) {
  const hasTips = packs.some(({ hints }) => hints.some(({ kind }) => kind === 'tip'))
  const told = new Set<string>()
  const missed = new Map<string, () => void>()
  let latest: DueHint[] = []

  const markOf = (pack: string, id: string) => ({ pack, list: 'hints', id }) as const
  const isAway = ({ pack, hint }: DueHint) =>
    personal.held(markOf(pack.id, hint.id)) >= hint.version
  const keyOf = ({ pack, hint }: DueHint) => `${pack.id}/${hint.id}`

  function ofScreen(sight: Sight | undefined): DueHint[] {
    return packs.flatMap((pack) => {
      const seen = pack.hints.length > 0 ? sight?.of(pack.id) : undefined
      const hasDone = completedIn(pack, personal.heldAt)
      const here =
        seen &&
        pack.hints.filter(
          ({ screen, audience }) => screen === seen.screen?.id && hasExperience(audience, hasDone),
        )
      return seen && here ? here.map((hint) => ({ pack, hint, seen })) : []
    })
  }

  /** A beacon whose target stays away is told of once, as a step's would be. */
  function watch(due: DueHint[]): void {
    const lacking = due.filter(
      ({ hint, seen }) => hint.kind === 'beacon' && seen.find(hint.target).state !== 'found',
    )
    const keys = new Set(lacking.map(keyOf))
    for (const [key, cancel] of missed)
      if (!keys.has(key)) {
        cancel()
        missed.delete(key)
      }
    for (const one of lacking) {
      const key = keyOf(one)
      if (told.has(key) || missed.has(key)) continue
      missed.set(
        key,
        after(MISSING_AFTER_MS, () => tell(key)),
      )
    }
  }
  function tell(key: string): void {
    missed.delete(key)
    const due = latest.find((one) => keyOf(one) === key)
    const state = due?.seen.find(due.hint.target).state
    if (!due || !state || state === 'found') return
    told.add(key)
    const { screen, target } = due.hint
    emit({ kind: `target-${state}`, app: due.pack.app.id, screen, target })
  }

  function show({ pack, hint, seen }: DueHint, field: Element | undefined): HintView[] {
    if (hint.kind === 'tip' && field === undefined) return []
    const finding = seen.find(hint.target)
    if (finding.state !== 'found') return []
    const target = finding.element
    if (hint.kind === 'tip' && !(field && isHolding(target, field))) return []
    const { id, kind } = hint
    return [{ pack: pack.id, id, kind, target, ...words.hint(pack, hint) }]
  }

  return {
    hasTips,
    /** What to draw, from a look and the field that has the focus; nothing while anything else goes on. */
    view(sight: Sight | undefined, field: Element | undefined, isBusy: boolean): HintView[] {
      latest = isBusy ? [] : ofScreen(sight).filter((one) => !isAway(one))
      watch(latest)
      const shown = latest.flatMap((one) => show(one, field))
      const isTip = ({ kind }: HintView) => kind === 'tip'
      return [
        ...shown.filter((hint) => !isTip(hint)).slice(0, BEACONS_MAX),
        ...shown.filter(isTip).slice(0, 1),
      ]
    },
    /** How many hints the screen has, and how many of them are put away. */
    counts(sight: Sight | undefined): { all: number; away: number } {
      const all = ofScreen(sight)
      return { all: all.length, away: all.filter(isAway).length }
    },
    putAway(packId: string, id: string): void {
      const hint = packs.find((pack) => pack.id === packId)?.hints.find((one) => one.id === id)
      if (hint) personal.set({ ...markOf(packId, id), value: hint.version })
    },
    /** All hints of the screen, for good or for bad. */
    setAll(sight: Sight | undefined, isShown: boolean): void {
      for (const { pack, hint } of ofScreen(sight))
        personal.set({ ...markOf(pack.id, hint.id), value: isShown ? 0 : hint.version })
    },
    stop(): void {
      for (const cancel of missed.values()) cancel()
      missed.clear()
    },
  }
}
