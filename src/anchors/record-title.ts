import * as v from 'valibot'
import { interfaceText } from '../vocabulary/evidence.ts'
import type { DataSight } from './data-sight.ts'
import type { Look } from './look.ts'
import { titleBefore } from './title.ts'

/** The title before an element; undefined where there is none, or where it may be data. */
export function recordTitle(element: Element, look: Look, data: DataSight): string[] | undefined {
  if (data.isInDataRow(element)) return undefined
  const title = titleBefore(element, look)
  if (title === undefined || !v.is(interfaceText, title.text)) return undefined
  return data.isDataName(title.element, title.text) ? undefined : [title.text]
}
