import * as v from 'valibot'
import { interfaceText } from '../vocabulary/evidence.ts'
import { findCaption } from './caption.ts'
import type { DataSight } from './data-sight.ts'
import type { Look } from './look.ts'

/**
 * The label that stands before an element which the page does not tie to one; undefined where there
 * is none, or where it may be data.
 */
export function recordLabel(element: Element, look: Look, data: DataSight): string[] | undefined {
  if (data.isInDataRow(element)) return undefined
  const caption = findCaption(element, look)
  if (caption === undefined || !v.is(interfaceText, caption.text)) return undefined
  return data.isDataName(caption.element, caption.text) ? undefined : [caption.text]
}
