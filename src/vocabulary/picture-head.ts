/** What a picture says of itself. Sizes are in pixels. */
export interface PictureHead {
  type: 'png' | 'jpeg' | 'webp'
  width: number
  height: number
}

/**
 * Reads the head of a PNG, JPEG or WebP; `undefined` of what is none. A hundred KiB can hold a thousand million
 * pixels of one colour, which take the memory of the page that draws them.
 */
export function pictureHead(bytes: Uint8Array): PictureHead | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  try {
    if (isAt(bytes, 0, '\x89PNG\r\n\x1a\n') && isAt(bytes, 12, 'IHDR'))
      return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
    if (isAt(bytes, 0, 'RIFF') && isAt(bytes, 8, 'WEBP')) return webpHead(bytes, view)
    return isAt(bytes, 0, '\xff\xd8') ? jpegHead(view) : undefined
  } catch {
    // It ends before it says.
    return undefined
  }
}

function isAt(bytes: Uint8Array, from: number, text: string): boolean {
  return String.fromCharCode(...bytes.subarray(from, from + text.length)) === text
}

/** https://developers.google.com/speed/webp/docs/riff_container */
function webpHead(bytes: Uint8Array, view: DataView): PictureHead | undefined {
  const type = 'webp'
  if (isAt(bytes, 12, 'VP8 ')) {
    const [width, height] = [view.getUint16(26, true), view.getUint16(28, true)]
    return { type, width: width & 0x3fff, height: height & 0x3fff }
  }
  if (isAt(bytes, 12, 'VP8L')) {
    const packed = view.getUint32(21, true)
    return { type, width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
  }
  if (!isAt(bytes, 12, 'VP8X')) return undefined
  const threeBytes = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  return { type, width: threeBytes(24) + 1, height: threeBytes(27) + 1 }
}

/** The frame is the first part of a kind from C0 to CF; three of those are something else. */
function jpegHead(view: DataView): PictureHead | undefined {
  let at = 2
  for (;;) {
    const [mark, kind] = [view.getUint8(at), view.getUint8(at + 1)]
    if (mark !== 0xff || kind === 0xda) return undefined
    if (kind === 0xff) at += 1
    else {
      const length = view.getUint16(at + 2)
      if (length < 2) return undefined
      if (kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind))
        return { type: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
      at += 2 + length
    }
  }
}
