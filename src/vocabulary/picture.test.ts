import * as v from 'valibot'
import { expect, test } from 'vitest'
import { PICTURE_PIXELS_MAX, pictureSchema } from './picture.ts'
import { toBase64 } from './signature.ts'
import { pngHead } from './testing/heads.ts'

const png = (width: number, height: number) => toBase64(pngHead(width, height))
const isTaken = (data: string) =>
  v.is(pictureSchema, { id: 'form', image: `data:image/png;base64,${data}`, alt: 'A form' })

test('a picture has no more pixels than a page can bear, however few its bytes', () => {
  expect(isTaken(png(2500, 1600))).toBe(true)
  expect(isTaken(png(PICTURE_PIXELS_MAX, 1))).toBe(true)
  expect(isTaken(png(PICTURE_PIXELS_MAX + 1, 1))).toBe(false)
  expect(isTaken(png(28_000, 28_000))).toBe(false)
  expect(isTaken(png(0xffffffff, 0xffffffff))).toBe(false)
})

test('what says no size, or none that can be drawn, is no picture', () => {
  expect(['AAAA', 'AAAAA', png(0, 10), toBase64(new Uint8Array(200))].map(isTaken)).toEqual([
    ...[false, false, false, false],
  ])
})
