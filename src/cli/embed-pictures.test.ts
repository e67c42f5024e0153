import { expect, test } from 'vitest'
import { isOverlay } from '../vocabulary/overlay.ts'
import { PICTURE_BYTES_MAX } from '../vocabulary/picture.ts'
import { pngHead } from '../vocabulary/testing/heads.ts'
import { lintPack } from './lint-pack.ts'
import { createTestWorld, SMALL_PACK } from './testing/world.ts'

const PNG = pngHead()
/** Of one pixel, as the WebP is. */
const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 1, 0, 1, 3])
const WEBP = new TextEncoder().encode('RIFF0000WEBPVP8X0000\0\0\0\0\0\0\0\0\0\0')

async function lint(
  file: string,
  bytes: Uint8Array<ArrayBuffer> | undefined,
  more = 'alt: A form',
) {
  const { world, files, write } = createTestWorld(SMALL_PACK)
  write('pack/pictures.yaml', `- id: form\n  file: ${file}\n  ${more}\n`)
  write('pack/articles.yaml', '- { id: a, title: A, text: Words, picture: form }\n')
  if (bytes) files.set(`pack/${file}`, bytes)
  const { errors, sound } = await lintPack('pack', world)
  return sound && !isOverlay(sound.pack) ? sound.pack.pictures[0]?.image : errors.join('\n')
}

test('a picture stands in the pack as data, of the type that its bytes say', async () => {
  expect(await lint('pictures/a.png', PNG)).toMatch(/^data:image\/png;base64,iVBORw0KGgo/)
  expect(await lint('pictures/a.jpg', JPEG)).toMatch(/^data:image\/jpeg;base64,\/9j\//)
  expect(await lint('pictures/a.webp', WEBP)).toMatch(/^data:image\/webp;/)
  expect(await lint('pictures/a.png', JPEG)).toMatch(/^data:image\/jpeg;/)
})

test.each([
  ['pictures/a.svg', new TextEncoder().encode('<svg/>'), "pictures.yaml:2: 'file' names a PNG"],
  ['../secret.png', PNG, "'file' names a PNG"],
  ['https://example.org/a.png', undefined, "'file' names a PNG"],
  ['pictures/none.png', undefined, 'there is no such file'],
  ['pictures/a.png', new TextEncoder().encode('<html>'), 'is no PNG, JPEG or WebP picture'],
  ['pictures/big.png', new Uint8Array(PICTURE_BYTES_MAX + 1), `at most ${PICTURE_BYTES_MAX}`],
])('%s is refused', async (file, bytes, words) => {
  expect(await lint(file, bytes)).toContain(words)
})

test('a picture of more pixels than a page can bear is refused where it stands', async () => {
  expect(await lint('pictures/a.png', pngHead(28_000, 28_000))).toMatch(
    /pictures\.yaml:2: pictures\[0\]\.image: .*at most 10 million pixels/,
  )
})

test('without words for who does not see it, a picture is refused', async () => {
  expect(await lint('pictures/a.png', PNG, 'alt: ""')).toContain('pictures[0].alt')
})

test('a step or an article shows pictures of the pack only, and each is shown somewhere', async () => {
  const { world, files, write } = createTestWorld(SMALL_PACK)
  files.set('pack/pictures/a.png', PNG)
  write('pack/pictures.yaml', '- { id: form, file: pictures/a.png, alt: A form }\n')
  expect((await lintPack('pack', world)).warnings.join()).toContain("shows picture 'form'")
  write('pack/articles.yaml', '- { id: a, title: A, text: Words, picture: other }\n')
  expect((await lintPack('pack', world)).errors.join()).toContain("there is no picture 'other'")
})
