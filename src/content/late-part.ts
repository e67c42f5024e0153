import type { Part } from '../messaging/part.ts'
import type { CreateSearch } from '../overlay/search.ts'
import type { CreateGuidance } from './ground.ts'
import type { CreateReportingPart } from './reporting/reporting-part.ts'
import type { CreateSensing } from './sensing/sensing.ts'

interface Creates {
  guidance: CreateGuidance
  sensing: CreateSensing
  search: CreateSearch
  reporting: CreateReportingPart
}
/** What a part hands over. */
export type PartValue<Name extends Part> = Creates[Name]
type Kept = { [Name in Part]?: Creates[Name] }
type Awaiting = { [Name in Part]?: (create: Creates[Name]) => void }

// In the extension's isolated world of the frame, whose globals the page can't see; by symbols, since it
// does see elements of the page by their ids.
const KEPT = Symbol.for('handrail.parts')
const AWAITING = Symbol.for('handrail.awaited-parts')
const world = globalThis as { [KEPT]?: Kept; [AWAITING]?: Awaiting }

/** What a part's script does: hands itself to the sensor of its frame. */
export function handOver<Name extends Part>(name: Name, create: Creates[Name]): void {
  world[KEPT] = { ...world[KEPT], [name]: create }
  world[AWAITING]?.[name]?.(create)
}

interface Options<Name extends Part> {
  name: Name
  /** Asks the worker to put the part's script into this frame; false where it could not. */
  load: (name: Part) => Promise<boolean>
  /** Called once, when the part is there. */
  open: (create: Creates[Name]) => void
  fail: (error: unknown) => void
  signal: AbortSignal
}

/**
 * A part of Handrail whose script comes into the frame when it is first needed, and stays there: a restart
 * on the same page finds it. The result asks for it, as often as one likes.
 */
export function createLatePart<Name extends Part>(options: Options<Name>): () => void {
  const { name, signal } = options
  let isAsked = false
  let isOpen = false

  function open(create: Creates[Name]): void {
    if (signal.aborted || isOpen) return
    isOpen = true
    options.open(create)
  }
  async function ask(): Promise<void> {
    world[AWAITING] = { ...world[AWAITING], [name]: open }
    isAsked = await options.load(name)
  }
  signal.addEventListener('abort', () => {
    if (world[AWAITING]?.[name]) world[AWAITING] = { ...world[AWAITING], [name]: undefined }
  })

  return () => {
    if (isAsked || signal.aborted) return
    isAsked = true
    const kept = world[KEPT]?.[name]
    if (kept) open(kept)
    else void ask().catch(options.fail)
  }
}
