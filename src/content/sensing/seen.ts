import type { Root } from '../../anchors/dom.ts'
import type { Condition } from '../../vocabulary/condition.ts'
import type { Pack } from '../../vocabulary/pack.ts'

/** What a look has told of the page: ids of the pack, and elements; nothing of what stands in them. */
export interface Seen {
  screen: string | undefined
  isDialog: boolean
  /** Of the pack that knows the screen; its last one while none does. */
  pack: Pick<Pack, 'app' | 'signals' | 'tasks'>
  /** The element of a target; none where it is not there, or where several could be meant. */
  find: (target: string) => Element | undefined
  areMet: (conditions: readonly Condition[]) => boolean
  roots: readonly Root[]
}
