import { describe, expect, test } from 'vitest'
import { pictureHead } from './picture-head.ts'
import { pngHead } from './testing/heads.ts'

const text = (words: string) => [...words].map((letter) => letter.charCodeAt(0))
const bytes = (...parts: number[][]) => Uint8Array.from(parts.flat())
const RIFF = [...text('RIFF'), 0, 0, 0, 0, ...text('WEBP')]

describe('how large a picture is drawn, by its own head', () => {
  test('of a PNG', () => {
    expect(pictureHead(pngHead(258, 0x753001))).toEqual({
      type: 'png',
      width: 258,
      height: 0x753001,
    })
  })
  test('of a JPEG, whatever stands before', () => {
    const app = [0xff, 0xe0, 0, 4, 0xff, 0xc0]
    const tables = [0xff, 0xc4, 0, 3, 0, 0xff, 0xff, 0xdb, 0, 2]
    const frame = [0xff, 0xc2, 0, 17, 8, 1, 0, 2, 3, 3]
    expect(pictureHead(bytes([0xff, 0xd8], app, tables, frame))).toEqual({
      type: 'jpeg',
      width: 515,
      height: 256,
    })
  })
  test('of a WebP of each of its three kinds', () => {
    const lossy = [...text('VP8 '), 0, 0, 0, 0, 0, 0, 0, 0x9d, 0x01, 0x2a, 0x58, 0x42, 0x10, 0x80]
    expect(pictureHead(bytes(RIFF, lossy))).toEqual({ type: 'webp', width: 0x0258, height: 0x0010 })
    // 14 bits each, less one.
    const lossless = [...text('VP8L'), 0, 0, 0, 0, 0x2f, 0xff, 0xc0, 0x3f, 0x10]
    expect(pictureHead(bytes(RIFF, lossless))).toEqual({ type: 'webp', width: 256, height: 256 })
    const extended = [...text('VP8X'), 10, 0, 0, 0, 0, 0, 0, 0, 0xff, 0, 1, 0x0f, 0, 0]
    expect(pictureHead(bytes(RIFF, extended))).toEqual({ type: 'webp', width: 65_792, height: 16 })
  })
  test.each([
    ['nothing', []],
    ['words', text('<svg width="1" height="1"></svg>')],
    ['half a PNG', [...pngHead().subarray(0, 20)]],
    ['a JPEG without a frame', [0xff, 0xd8, 0xff, 0xda, 0, 2, 1, 2, 3, 4]],
    ['a JPEG whose parts lead back', [0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xe0, 0, 0]],
    ['a WebP of an unknown kind', [...RIFF, ...text('VP9 '), 0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8]],
  ])('%s has none', (_what, head) => {
    expect(pictureHead(Uint8Array.from(head))).toBeUndefined()
  })
})
