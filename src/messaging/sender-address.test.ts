import { expect, test } from 'vitest'
import { siteAddress } from './sender-address.ts'

const origin = 'https://ehr.example.org'

test.each([
  ['a page', { url: `${origin}/chart`, origin }, `${origin}/chart`],
  ['a frame with an address', { url: `${origin}/note`, origin, frameId: 3 }, `${origin}/note`],
  ['a frame that the page wrote', { url: 'about:srcdoc', origin, frameId: 3 }, `${origin}/`],
  ['an empty frame', { url: 'about:blank', origin, frameId: 3 }, `${origin}/`],
  ['a frame of bytes', { url: `blob:${origin}/1-2`, origin, frameId: 3 }, `${origin}/`],
  ['a frame in a sandbox', { url: 'about:srcdoc', origin: 'null', frameId: 3 }, 'about:srcdoc'],
  ['an empty page', { url: 'about:blank', origin }, 'about:blank'],
  ['a browser that tells no origin', { url: 'about:srcdoc', frameId: 3 }, 'about:srcdoc'],
])('%s', (_what, sender, address) => {
  expect(siteAddress(sender)).toBe(address)
})
