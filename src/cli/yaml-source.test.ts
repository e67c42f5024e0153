import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readYaml } from './yaml-source.ts'

const read = (text: string) => readYaml('x.yaml', new TextEncoder().encode(text))

test('each part knows its line', () => {
  const yaml = read('a: 1\nb:\n  - c: x\n  - d: y\n')
  const second = yaml.ok ? yaml.root.parts?.get('b')?.parts?.get(1) : undefined
  expect(yaml).toMatchObject({ ok: true, root: { value: { a: 1, b: [{ c: 'x' }, { d: 'y' }] } } })
  expect(second?.parts?.get('d')?.at).toBe('x.yaml:4')
})

test('dates and Norwegian country codes stay text', () => {
  expect(read('- 2026-11-24\n- no\n- 1:30\n')).toMatchObject({
    root: { value: ['2026-11-24', 'no', '1:30'] },
  })
})

test.each([
  [
    'a key that stands twice',
    'a: 1\nb: 2\na: 3\n',
    'x.yaml:3: is not YAML that is read here: Map keys must be unique',
  ],
  ['an alias', 'a: &x [1]\nb: *x\n', 'anchors and aliases'],
  ['a merge key', 'a:\n  <<: {b: 1}\n', "x.yaml:2: the key '<<' is not allowed"],
  ['__proto__', 'a: 1\n__proto__: {b: 1}\n', "x.yaml:2: the key '__proto__' is not allowed"],
  ['a tag that makes objects', 'a: !!js/function "x"\n', 'x.yaml:1'],
  ['a set', 'a: !!set {b}\n', 'x.yaml:1'],
  ['two documents', 'a: 1\n---\nb: 2\n', 'x.yaml:2'],
  ['bad indentation', 'a:\n  - b\n c: 1\n', 'x.yaml:3'],
  ['nesting', '['.repeat(10_000), 'x.yaml:1'],
  ['closed nesting', '['.repeat(10_000) + ']'.repeat(10_000), 'x.yaml:1'],
  ['moderate nesting', '['.repeat(50) + ']'.repeat(50), 'nested too deep'],
  ['too much', ' '.repeat(1024 * 1024 + 1), 'split it'],
])('%s is refused with its line', (_what, text, fault) => {
  const yaml = read(text)
  expect(yaml.ok ? 'read' : yaml.faults.join('\n')).toContain(fault)
})

test('aliases that would grow without bound are refused at once', () => {
  const rows = Array.from({ length: 30 }, (_, at) => `a${at + 1}: &a${at + 1} [*a${at}, *a${at}]`)
  expect(read(`a0: &a0 [x]\n${rows.join('\n')}\n`).ok).toBe(false)
})

test('bytes that are not UTF-8 are refused', () => {
  expect(readYaml('x.yaml', Uint8Array.of(0xff, 0xfe, 0x61))).toMatchObject({ ok: false })
})

test('nothing makes it throw', () => {
  const pieces = fc.constantFrom(
    'a: ',
    '- ',
    '\n',
    '  ',
    '{',
    '}',
    '[',
    ']',
    '&x ',
    '*x',
    '!',
    '"',
    '|',
    '? ',
    '%',
    '---',
  )
  const text = fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 3 })))
    .map((parts) => parts.join(''))
  fc.assert(fc.property(text, (source) => typeof read(source).ok === 'boolean'))
})
