import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { POLICY_KEYS } from '../src/vocabulary/policy.ts'
import { managedSchema, managedSchemaFile } from './managed-schema.ts'

describe('the schema for administrators', () => {
  it('is the one that the vocabulary makes: run `npm run build` where it is not', () => {
    const path = new URL('../public/managed-schema.json', import.meta.url)
    expect(readFileSync(path, 'utf8')).toBe(managedSchemaFile())
  })

  it('has a type for every setting, as Chromium demands', () => {
    const { properties } = managedSchema()
    expect(Object.keys(properties)).toEqual(POLICY_KEYS)
    for (const property of Object.values(properties)) expect(property).toHaveProperty('type')
  })
})
