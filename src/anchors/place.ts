import { type AriaRole, PLACE_ROLES, type PlaceRole } from '../vocabulary/aria-roles.ts'
import { attributeOf, hostOf, localNameOf, rootOf } from './dom.ts'

const PLACES: ReadonlySet<string | undefined> = new Set(PLACE_ROLES)

/** What a control does not leave by a release: out of a dialog or a row it is another control. */
const CLOSED: readonly (readonly PlaceRole[])[] = [['dialog', 'alertdialog'], ['row']]

function isPlace(role: AriaRole | undefined): role is PlaceRole & AriaRole {
  return PLACES.has(role)
}

/** How kits without roles call a dialog: `bp3-dialog`, `modal-content`; not `modal-open` on the page. */
const DIALOG =
  /(?:^|[\s_-])(?:dialog|modal)(?:[_-]+(?:body|box|container|content|inner|paper|panel|window|wrapper))?(?:$|\s)/i

/** The kind of part an element is, if a control's place is told by it. */
export function placeOf(element: Element, role: AriaRole | undefined): PlaceRole | undefined {
  if (isPlace(role)) return role
  if (attributeOf(element, 'aria-modal') === 'true') return 'dialog'
  return DIALOG.test(attributeOf(element, 'class') ?? '') ? 'dialog' : undefined
}

export function isSamePlace(a: readonly PlaceRole[], b: readonly PlaceRole[]): boolean {
  return a.length === b.length && a.every((role) => b.includes(role))
}

/** Whether one lies in a dialog, or in a row, and the other does not. */
export function isOtherPlace(a: readonly PlaceRole[], b: readonly PlaceRole[]): boolean {
  return CLOSED.some(
    (kinds) => kinds.some((kind) => a.includes(kind)) !== kinds.some((kind) => b.includes(kind)),
  )
}

/** Tags of the hosts whose shadow roots hold the element, from the outside in. */
export function hostsOf(element: Element): string[] {
  const hosts: string[] = []
  let root = rootOf(element)
  for (let host = root && hostOf(root); host !== undefined; host = root && hostOf(root)) {
    hosts.unshift(localNameOf(host))
    root = rootOf(host)
  }
  return hosts
}
