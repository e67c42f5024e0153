import { expect, test } from 'vitest'
import { importFaults } from './import-faults.ts'
import { readModule } from './read-module.ts'
import { FOLDERS } from './table.ts'

const faults = (path: string, text: string) => importFaults([readModule(path, text)])

test.each([
  ['src/content/main.ts', "import { a } from '../friction/rage-click.ts'"],
  ['src/content/sensing/x.ts', "import { a } from '../../vocabulary/pack.ts'"],
  ['src/transport/a.ts', "import type { Outbox } from '../outbox/outbox.ts'"],
  ['src/transport/a.ts', "import { type Outbox } from '../outbox/outbox.ts'"],
  ['src/background/main.ts', "import overlay from '../overlay/main.tsx?iife'"],
  ['src/cli/run.ts', "import { defineCommand } from 'citty'; import 'node:fs'"],
  ['src/collector/version.ts', "import pack from '../../package.json' with { type: 'json' }"],
  ['src/overlay/root.tsx', 'export const x = <div>{document.title}</div>'],
])('%s may say %s', (path, text) => {
  expect(faults(path, text)).toEqual([])
})

test.each([
  ['src/content/main.ts', "import { a } from '../outbox/x.ts'", 'content may not import outbox'],
  ['src/content/main.ts', "await import('../transport/x.ts')", 'content may not import transport'],
  [
    'src/background/main.ts',
    "export * from '../overlay/x.ts'",
    'background may not import overlay',
  ],
  [
    'src/background/main.ts',
    "import type { A } from '../overlay/x.ts'",
    'background may not import overlay',
  ],
  [
    'src/background/main.ts',
    "let a: import('../overlay/x.ts').A",
    'background may not import overlay',
  ],
  ['src/vocabulary/a.ts', "import type { Run } from '../walkthroughs/run.ts'", '(only nothing)'],
  ['src/transport/a.ts', "import { createOutbox } from '../outbox/outbox.ts'", 'types only'],
  ['src/cli/a.ts', "import { a } from '../overlay/x.ts'", 'cli may not import overlay'],
  ['src/popup/a.ts', "import b from 'webextension-polyfill'", 'it belongs to browser'],
  ['src/friction/a.ts', "import 'node:fs'", 'it belongs to collector, cli'],
  ['src/cli/a.ts', "import '../../scripts/x.ts'", 'outside the folders of src/'],
  ['src/novel/a.ts', '', 'has no row'],
])('%s may not say %s', (path, text, message) => {
  expect(faults(path, text)).toEqual([expect.stringContaining(message)])
})

test.each([
  'document.title',
  'globalThis.localStorage',
  'export function f(element: HTMLButtonElement) {}',
  'const all = { browser }',
  'const all = { [window.name]: 1 }',
  'new MutationObserver(() => {})',
])('what runs anywhere may not touch the page: %s', (text) => {
  expect(faults('src/friction/a.ts', text)).toEqual([
    expect.stringContaining('src/friction/a.ts:1'),
  ])
  expect(faults('src/content/a.ts', text)).toEqual([])
})

test.each([
  'pack.document = 1',
  'const facts = { window: 1, screen: 2 }',
  'interface Facts { screen: string; document?: number }',
  'function f({ screen }: { screen: string }) { return screen }',
  'const screen = 1; use(screen)',
  "if ('screen' in condition) use(condition.screen)",
  '// document.title\nconst text = `window`',
  "type Event = 'a'; let x: Event",
])('a word of the same name is none: %s', (text) => {
  expect(faults('src/walkthroughs/a.ts', text)).toEqual([])
})

test('a fault names its line', () => {
  expect(faults('src/cli/a.ts', "\n\nimport { a } from '../overlay/x.ts'")).toEqual([
    'src/cli/a.ts:3: cli may not import overlay (only vocabulary, anchors, walkthroughs, collector, probe)',
  ])
})

test('the table has no cycle: nothing can import what imports it', () => {
  const below = (folder: string, trail: string[] = []): string[] => {
    expect(trail).not.toContain(folder)
    return (FOLDERS[folder]?.code ?? []).flatMap((next) => below(next, [...trail, folder]))
  }
  for (const folder of Object.keys(FOLDERS)) below(folder)
})
