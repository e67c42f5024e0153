import { expect, test } from 'vitest'
import { wardPack } from '../testing/sample-pack.ts'
import { usedTargets } from './used-targets.ts'

const ids = (screen: string, pack = wardPack()) => usedTargets(pack)(screen).map(({ id }) => id)

test('a step’s target is used on its screen; without one, where the step before has led', () => {
  expect(ids('chart')).toEqual(['open'])
  expect(ids('form')).toEqual(['more', 'save'])
  expect(ids('detail')).toEqual(['field'])
})

test('where a press leads nobody knows: the target after it is looked for nowhere', () => {
  expect(['chart', 'form', 'detail', 'typed'].flatMap((screen) => ids(screen))).not.toContain(
    'banner',
  )
})

test('what a screen must not cover is used there', () => {
  const pack = wardPack()
  pack.screens[0]?.noCover.push('banner')
  expect(ids('chart', pack)).toEqual(['open', 'banner'])
})
