import * as v from 'valibot'
import { BOXES_MAX, GRID_HEIGHT_MAX, GRID_WIDTH, WIREFRAME_ROLES } from './wireframe-grid.ts'

const unit = (max: number) => v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(max))

const boxSchema = v.strictObject({
  role: v.picklist(WIREFRAME_ROLES),
  x: unit(GRID_WIDTH),
  y: unit(GRID_HEIGHT_MAX),
  width: unit(GRID_WIDTH),
  height: unit(GRID_HEIGHT_MAX),
})

/** A screen as grey boxes, in units of the grid: no text, no picture, and no size that follows from one. */
export const wireframeSchema = v.pipe(v.array(boxSchema), v.minLength(1), v.maxLength(BOXES_MAX))

export type WireframeBox = v.InferOutput<typeof boxSchema>

/** A wireframe as digits: `3,0,0,80,4;…`, the role by its place in the list. */
export function writeWireframe(boxes: readonly WireframeBox[]): string {
  return boxes
    .map(({ role, x, y, width, height }) =>
      [WIREFRAME_ROLES.indexOf(role), x, y, width, height].join(','),
    )
    .join(';')
}

/** The boxes in such digits; `undefined` where it is anything else. */
export function readWireframe(text: unknown): WireframeBox[] | undefined {
  if (typeof text !== 'string' || !/^\d{1,3}(,\d{1,3}){4}(;\d{1,3}(,\d{1,3}){4})*$/.test(text))
    return undefined
  const boxes = text.split(';').map((box) => {
    const [role = 0, x, y, width, height] = box.split(',').map(Number)
    return { role: WIREFRAME_ROLES[role], x, y, width, height }
  })
  const read = v.safeParse(wireframeSchema, boxes)
  return read.success ? read.output : undefined
}
