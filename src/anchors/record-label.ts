import * as v from 'valibot'
import type { AriaRole } from '../vocabulary/aria-roles.ts'
import { interfaceText } from '../vocabulary/evidence.ts'
import { type Caption, findCaption } from './caption.ts'
import type { DataSight } from './data-sight.ts'
import { isField, kindredRoles } from './kindred.ts'
import type { Look } from './look.ts'

const LABELLED: ReadonlySet<AriaRole | undefined> = new Set<AriaRole>([
  'button',
  'checkbox',
  'radio',
  'switch',
  'tab',
])

const isLabelled = (role: AriaRole | undefined) => isField(role) || LABELLED.has(role)

/** A label that the next field takes over as soon as this one goes tells nothing of either. */
const isPassedOn = (element: Element, caption: Caption, role: AriaRole, look: Look) =>
  [role, ...kindredRoles(role)]
    .flatMap(look.unnamedOf)
    .some(
      (other) => other !== element && findCaption(other, look, true)?.element === caption.element,
    )

/**
 * The label that stands before an element which the page does not tie to one; undefined where there
 * is none, or where it may be data.
 */
export function recordLabel(element: Element, look: Look, data: DataSight): string[] | undefined {
  const role = look.roleOf(element)
  if (!isLabelled(role) || data.isInDataRow(element)) return undefined
  const caption = findCaption(element, look)
  if (caption === undefined || !v.is(interfaceText, caption.text)) return undefined
  if (role && isField(role) && isPassedOn(element, caption, role, look)) return undefined
  // What asks or ends in a colon is the form's own word, also where the form is about the patient.
  const isData = /[:?]$/.test(caption.text)
    ? data.isData(caption.text)
    : data.isDataName(caption.element, caption.text)
  return isData ? undefined : [caption.text]
}
