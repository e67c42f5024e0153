import { expect, test } from 'vitest'
import { countedKey, subjectKey } from './subject.ts'

const report = { kind: 'report', app: 'ehr', screen: 'vitals', outcome: 'slow' } as const

test('what a report says of how much and how often is counted apart, of the same client', () => {
  const all = [
    report,
    { ...report, severity: 'blocks' as const },
    { ...report, severity: 'delay' as const },
    { ...report, often: 'daily' as const },
  ]
  expect(new Set(all.map(countedKey)).size).toBe(4)
  expect(new Set(all.map(subjectKey)).size).toBe(1)
})

test('keys that earlier releases have stored stay what they are', () => {
  expect(countedKey(report)).toBe('report|ehr||vitals|||||slow')
  expect(countedKey({ kind: 'visit', app: 'ehr', packVersion: 2, screen: 'vitals' })).toBe(
    'visit|ehr|2|vitals|||||',
  )
})
