import type { Screen } from '../../vocabulary/pack.ts'
import { urlRuleParts } from '../../vocabulary/url-rule-parts.ts'
import { failure, type Result, success } from '../result.ts'

/** What stands for `:name` in the paths to open: `{id: 'a patient to try on'}`. */
export type PathValues = ReadonlyMap<string, string>

const NAME = /^:(\w+)$/

/** Reads `id=a1,visit=b2`. */
export function readPathValues(text: string, screens: readonly Screen[]): Result<PathValues> {
  const known = new Set(
    screens.flatMap(({ when }) =>
      when.url.flatMap((rule) => urlRuleParts(rule).pathname.split('/').flatMap(nameOf)),
    ),
  )
  const values = new Map<string, string>()
  for (const pair of text.split(',')) {
    const [, name = '', value = ''] = /^(\w+)=(.+)$/.exec(pair) ?? []
    if (value === '') return failure('--values is read as name=value,name=value: id=1234')
    if (!known.has(name)) return failure(`no URL rule of the pack has a ':${name}' to give a value`)
    values.set(name, value)
  }
  return success(values)
}

/**
 * The example with values in the place of the names of the first rule that it fits. Packs hold
 * made-up ids; a server has others. A part after a `*` is left as it stands.
 */
export function examplePath(example: string, { when }: Screen, values: PathValues): string {
  const url = new URL(example, 'https://example.org')
  const rule = when.url.find((each) => new URLPattern(urlRuleParts(each)).test(url.href))
  if (rule === undefined || values.size === 0) return example
  const named = urlRuleParts(rule).pathname.split('/')
  const wild = named.findIndex((part) => part.includes('*'))
  const parts = url.pathname.split('/').map((part, at) => {
    const [name] = wild < 0 || at < wild ? nameOf(named[at] ?? '') : []
    const value = name === undefined ? undefined : values.get(name)
    return value === undefined ? part : encodeURIComponent(value)
  })
  return parts.join('/') + url.search + url.hash
}

function nameOf(part: string): string[] {
  const [, name] = NAME.exec(part) ?? []
  return name === undefined ? [] : [name]
}
