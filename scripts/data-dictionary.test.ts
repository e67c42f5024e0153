import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EVENT_KINDS, entryOf } from '../src/vocabulary/dictionary.ts'
import { dataDictionaryFile } from './data-dictionary.ts'

describe('the page of the data dictionary', () => {
  it('is the one that the vocabulary makes: run `npm run build` where it is not', () => {
    const path = new URL('../docs/data-dictionary.md', import.meta.url)
    expect(readFileSync(path, 'utf8')).toBe(dataDictionaryFile())
  })

  it('tells of every kind, with each of its outcomes', () => {
    const page = dataDictionaryFile()
    for (const kind of EVENT_KINDS) {
      expect(page).toContain(`\`${kind}\`, definition`)
      for (const label of Object.values(entryOf(kind).outcomes ?? {})) expect(page).toContain(label)
    }
  })
})
