import { expect, test } from 'vitest'
import { agnes, canaries, canaryValues, cornelius, patients } from './patients.ts'
import { createSeed } from './store/seed.ts'

test('names, identifiers, dates, phones and values are canaries', () => {
  const all = canaries()
  expect(patients.length).toBeGreaterThanOrEqual(5)
  for (const { family, identifier, birthdate, phone } of patients) {
    expect(all).toEqual(expect.arrayContaining([family, identifier, birthdate, phone]))
  }
  expect(all).not.toContain('')
  expect(agnes.family).toBe(cornelius.family)
})

test('every canary value is really in the seed', () => {
  const seed = JSON.stringify(createSeed(Date.now()))
  for (const value of Object.values(canaryValues)) expect(seed).toContain(String(value))
})
