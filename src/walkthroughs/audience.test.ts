import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { type Audience, audienceSchema } from '../vocabulary/audience.ts'
import { isInAudience, type Person } from './audience.ts'

const audienceOf = (of: v.InferInput<typeof audienceSchema>) => v.parse(audienceSchema, of)
const nobodyKnown: Person = { roles: [], language: 'en-GB', hasCompleted: () => false }
const nurse: Person = {
  roles: ['nurse'],
  department: 'icu',
  cohort: 'pilot',
  language: 'pt-BR',
  build: '3.2.1',
  daysSinceFirst: 6,
  hasCompleted: (id) => id === 'record-vitals',
}
const isFor = (of: v.InferInput<typeof audienceSchema>, person = nurse) =>
  isInAudience(audienceOf(of), person)

describe('an audience', () => {
  test('is everybody where none is named, or nothing is asked for', () => {
    expect(isInAudience(undefined, nobodyKnown)).toBe(true)
    expect(isFor({}, nobodyKnown)).toBe(true)
  })
  test('asks for one of several roles, and for all keys that it names', () => {
    expect(isFor({ roles: ['physician', 'nurse'] })).toBe(true)
    expect(isFor({ roles: ['nurse'], departments: ['surgery'] })).toBe(false)
  })
  test('knows a language by its beginning, and a build by whole parts of it', () => {
    expect([isFor({ languages: ['pt'] }), isFor({ languages: ['pt-BR'] })]).toEqual([true, true])
    expect(isFor({ languages: ['pt-BR'] }, { ...nurse, language: 'pt-PT' })).toBe(false)
    expect([isFor({ builds: ['3.2'] }), isFor({ builds: ['3.2.1'] })]).toEqual([true, true])
    expect([isFor({ builds: ['3.2.10'] }), isFor({ builds: ['3'] })]).toEqual([false, true])
    expect(isFor({ builds: ['3.2'] }, { ...nurse, build: '3.21' })).toBe(false)
  })
  test('asks what the person has completed, and has not', () => {
    expect(isFor({ completed: ['record-vitals'] })).toBe(true)
    expect(isFor({ completed: ['record-vitals', 'add-allergy'] })).toBe(false)
    expect(isFor({ notCompleted: ['add-allergy'] })).toBe(true)
    expect(isFor({ notCompleted: ['record-vitals'] })).toBe(false)
  })
  test('counts a newcomer’s days from the first', () => {
    expect([isFor({ newcomer: 7 }), isFor({ newcomer: 6 })]).toEqual([true, false])
  })
  test.each([
    { roles: ['nurse'] },
    { departments: ['icu'] },
    { cohorts: ['pilot'] },
    { builds: ['3'] },
    { newcomer: 365 },
  ])('that asks for what is not known shows to nobody: %j', (of) => {
    expect(isFor(of, nobodyKnown)).toBe(false)
  })
})

const id: fc.Arbitrary<string> = fc.constantFrom('alpha', 'beta', 'gamma')
const ids = fc.uniqueArray(id)
const anyAudience: fc.Arbitrary<Audience> = fc.record(
  {
    roles: ids,
    departments: ids,
    cohorts: ids,
    languages: fc.uniqueArray(fc.constantFrom('en', 'pt', 'pt-BR')),
    builds: fc.uniqueArray(fc.constantFrom('3', '3.2', '4.0')),
    completed: ids,
    notCompleted: ids,
    newcomer: fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }),
  },
  {
    requiredKeys: [
      'roles',
      'departments',
      'cohorts',
      'languages',
      'builds',
      'completed',
      'notCompleted',
    ],
  },
)
const anyPerson: fc.Arbitrary<Person> = fc
  .record({
    roles: ids,
    department: fc.option(id, { nil: undefined }),
    cohort: fc.option(id, { nil: undefined }),
    language: fc.constantFrom('en', 'en-GB', 'pt-BR', 'fr'),
    build: fc.option(fc.constantFrom('3.2.1', '3', '4.0'), { nil: undefined }),
    daysSinceFirst: fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined }),
    done: ids,
  })
  .map(({ done, ...person }) => ({ ...person, hasCompleted: (one) => done.includes(one) }))

describe('whatever is asked of whomever', () => {
  test('every key narrows: with one taken out, nobody is lost', () => {
    fc.assert(
      fc.property(anyAudience, anyPerson, (audience, person) => {
        if (!isInAudience(audience, person)) return
        for (const key of Object.keys(audience) as (keyof Audience)[]) {
          const wider = { ...audience, [key]: key === 'newcomer' ? undefined : [] }
          expect(isInAudience(wider, person)).toBe(true)
        }
      }),
    )
  })
  test('a fact that is forgotten never lets anybody in', () => {
    fc.assert(
      fc.property(anyAudience, anyPerson, (audience, person) => {
        if (isInAudience(audience, person)) return
        const known = { ...person, roles: [], department: undefined, cohort: undefined }
        expect(
          isInAudience(audience, { ...known, build: undefined, daysSinceFirst: undefined }),
        ).toBe(false)
      }),
    )
  })
  test('who fits an audience fits every one that asks for one of more', () => {
    fc.assert(
      fc.property(anyAudience, anyPerson, id, (audience, person, more) => {
        if (audience.roles.length === 0 || !isInAudience(audience, person)) return
        const wider = { ...audience, roles: [...audience.roles, more] }
        expect(isInAudience(wider, person)).toBe(true)
      }),
    )
  })
})
