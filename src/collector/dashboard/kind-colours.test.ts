import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FRICTION_KINDS } from '../../vocabulary/dictionary.ts'

test.each(FRICTION_KINDS)('%s has a colour of its own on the dashboard', (kind) => {
  const css = readFileSync(new URL('./parts.css', import.meta.url), 'utf8')
  const rule = new RegExp(`^\\.${kind} \\{\\n  background: ([^;]+);`, 'm')
  const colours = FRICTION_KINDS.map((one) => new RegExp(rule.source.replace(kind, one), 'm'))
  const own = rule.exec(css)?.[1]
  expect(own).toBeDefined()
  expect(colours.filter((other) => other.exec(css)?.[1] === own)).toHaveLength(1)
})
