import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readJsonBytes } from './json-bytes.ts'

const MAX = 1000
const read = (text: string) => readJsonBytes(new TextEncoder().encode(text), MAX)

test.each([
  ['a key that stands twice', '{"a":1,"a":2}', "'a' stands twice"],
  ['a key that stands twice under another spelling', '{"a":1,"\\u0061" :2}', "'a' stands twice"],
  ['__proto__', '{"a":[{"__proto__":{}}]}', "'__proto__' is not allowed"],
  ['__proto__ in disguise', '{"\\u005f_proto__":{}}', "'__proto__' is not allowed"],
  ['constructor.prototype', '{"constructor":{"prototype":{}}}', "'constructor' is not allowed"],
  ['depth', '['.repeat(900), 'levels deep'],
  ['a byte order mark', '\uFEFF{}', 'byte order mark'],
  ['a string without an end', '{"a', 'not JSON'],
  ['nothing', '', 'not JSON'],
  ['too much', ' '.repeat(MAX + 1), '1001 bytes long'],
])('%s is refused', (_what, text, fault) => {
  expect(read(text)).toEqual({ ok: false, fault: expect.stringContaining(fault) })
})

test('bytes that are not UTF-8 are refused', () => {
  expect(readJsonBytes(Uint8Array.of(0x22, 0xc3, 0x28, 0x22), MAX)).toEqual({
    ok: false,
    fault: expect.stringContaining('not UTF-8'),
  })
})

test('the same key in two objects, and quotes and colons inside strings, are fine', () => {
  const value = [{ a: '"b":' }, { a: '\\' }, { b: { a: ['{', ':', '\uFEFF'] } }]
  expect(read(JSON.stringify(value))).toEqual({ ok: true, value })
})

test('whatever JSON.parse takes without loss is read the same', () => {
  const shallow = fc
    .json({ maxDepth: 5 })
    .filter((text) => !/__proto__|constructor|prototype/.test(text))
  fc.assert(
    fc.property(shallow, (text) => {
      const bytes = new TextEncoder().encode(text)
      expect(readJsonBytes(bytes, bytes.length)).toEqual({ ok: true, value: JSON.parse(text) })
    }),
  )
})

test('no bytes make it throw', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 300 }),
      (bytes) => typeof readJsonBytes(bytes, MAX).ok === 'boolean',
    ),
  )
})
