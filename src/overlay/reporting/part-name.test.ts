import { expect, test } from 'vitest'
import { pickLanguage } from '../../words/pick-language.ts'
import { createWords } from '../words.ts'
import { partName } from './part-name.ts'

const german = createWords(pickLanguage('de'))

test('a part is named as the pack calls it', () => {
  expect(partName({ label: 'Save', target: 'save' }, german)).toBe('Save')
})

test('another one by what it is and where it stands, in the language of the help', () => {
  expect(partName({ label: 'heading', role: 'heading', region: 'banner' }, german)).toBe(
    'Überschrift · Kopf der Seite',
  )
  expect(partName({ label: 'button', role: 'button' }, german)).toBe('Schaltfläche')
})
