import fc from 'fast-check'

/** All that a page shows of a made-up patient. Twins are two of these. */
export interface TwinPatient {
  uuid: string
  given: string
  family: string
  birthdate: string
  identifier: string
  phone: string
  street: string
  drug: string
  note: string
  /** One for each row of a table: how many there are is data too. */
  results: string[]
}

// Beside plain letters: accents, other scripts, right to left, joiners, astral letters, marks of their own.
const SCRIPTS = [
  'abcdefghijklmnopqrstuvwxyz',
  'àéîõüçñøßłžšđ',
  'абвгдежзийклмнопрстуфхцчшщ',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'ابتثجحخدذرزسشصضطظعغفقكلمنهوي',
  'אבגדהוזחטיכלמנסעפצקרשת',
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何',
  'नमस्तेराजकुमारी',
  'สมชายวิภา',
  '𐐀𐐁𐐂𐐃𐐄𐐅',
  'a\u200db\u200cc\u202ed\u0301',
]

const wordOf = (min: number, max: number) =>
  fc
    .constantFrom(...SCRIPTS)
    .chain((letters) => fc.array(fc.constantFrom(...letters), { minLength: min, maxLength: max }))
    .map((letters) => letters.join(''))

const digits = (count: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: count, maxLength: count })
    .map((all) => all.join(''))

const hex = (count: number) =>
  fc
    .array(fc.constantFrom(...'0123456789abcdef'), { minLength: count, maxLength: count })
    .map((all) => all.join(''))

const uuid = fc
  .tuple(hex(8), hex(4), hex(3), hex(3), hex(12))
  .map(([a, b, c, d, e]) => `${a}-${b}-4${c}-8${d}-${e}`)

const birthdate = fc
  .tuple(
    fc.integer({ min: 1905, max: 2025 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 }),
  )
  .map(([year, month, day]) => [year, month, day].map((n) => String(n).padStart(2, '0')).join('-'))

const sentence = fc
  .array(fc.oneof(wordOf(1, 12), digits(3)), { minLength: 1, maxLength: 14 })
  .map((words) => words.join(' '))

/** Some words are those of programs and of markup. None is the name of a control of the packs’: see `NAMESAKE`. */
const awkward = fc.constantFrom('error', 'alert', '<b>x</b>', '"\'&amp;', '=CMD()', '0', 'null')

export const twinPatient: fc.Arbitrary<TwinPatient> = fc.record({
  uuid,
  given: fc.oneof({ weight: 9, arbitrary: wordOf(2, 14) }, { weight: 1, arbitrary: awkward }),
  family: wordOf(5, 24),
  birthdate,
  identifier: digits(8),
  phone: digits(11).map((all) => `+${all}`),
  street: sentence,
  drug: fc.oneof({ weight: 9, arbitrary: wordOf(4, 18) }, { weight: 1, arbitrary: awkward }),
  note: fc.oneof(
    { weight: 9, arbitrary: sentence },
    { weight: 1, arbitrary: awkward },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }) },
  ),
  results: fc.array(
    fc.double({ min: 0, max: 900, noNaN: true }).map((value) => value.toFixed(2)),
    { minLength: 1, maxLength: 6 },
  ),
})

/**
 * A drug by the name of a control that the pack points at. Recipes find controls by name: with a second one of
 * that name on the page, the walkthrough says that it can’t tell them apart, and that is counted.
 */
export const NAMESAKE = 'Save'

/** The strings of a patient that must be found nowhere. */
export function stringsOf(patient: TwinPatient): string[] {
  const { given, family, results, ...rest } = patient
  return [...Object.values(rest), given, family, `${given} ${family}`, ...results]
}
