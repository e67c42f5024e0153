import { PLACE_ROLES, type PlaceRole } from '../vocabulary/evidence.ts'
import { hostOf, localNameOf, rootOf } from './dom.ts'

const PLACES: ReadonlySet<string | undefined> = new Set(PLACE_ROLES)

/** Whether a role is one of a part that says where a control stands. */
export function isPlace(role: string | undefined): role is PlaceRole {
  return PLACES.has(role)
}

export function isSamePlace(a: readonly PlaceRole[], b: readonly PlaceRole[]): boolean {
  return a.length === b.length && a.every((role) => b.includes(role))
}

const isIn = (places: readonly PlaceRole[], ...kinds: PlaceRole[]) =>
  kinds.some((kind) => places.includes(kind))

/** Whether one lies in a row and the other does not: a control does not leave its row by a release. */
export function isOtherRow(a: readonly PlaceRole[], b: readonly PlaceRole[]): boolean {
  return isIn(a, 'row') !== isIn(b, 'row')
}

/** Whether one lies in a dialog and the other does not. */
export function isOtherDialog(a: readonly PlaceRole[], b: readonly PlaceRole[]): boolean {
  return isIn(a, 'dialog', 'alertdialog') !== isIn(b, 'dialog', 'alertdialog')
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
