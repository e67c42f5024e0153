import { wordsOf } from './comparable.ts'

/** What every form and list calls its controls, whatever they do there. */
const COMMON = new Set(
  `a about action actions activate add all an and apply are ascending back browse button cancel change
  check choose clear close collapse confirm continue copy create date day delete descending deselect
  details disable discard dismiss done download duplicate edit enable end exit expand export field filter
  filters finish first for form from go help here hide icon id import in info input is item items last
  learn less link list load log menu mode modify month more move my name new next no of off ok old on
  open option options or out page paste previous print proceed quantity refresh remove reply reset retry
  return row save search section see select send set settings share show sign sort start status stop
  submit table tab text the this time title to today toggle type undo up update upload value view with
  year yes you your`.split(/\s+/),
)
/** What ids are made of beside the words that tell one from another. */
const OF_IDS = new Set(
  `alt bar box btn card cell cmb code col column combo container content control data description div
  dialog dropdown email footer group grid header heading img label left lbl main modal num number panel
  password placeholder primary radio ref right secondary span switch tag test testid textarea textbox
  txt user username wrapper`.split(/\s+/),
)
const SPECIFIC_LENGTH_MIN = 9
/** Scripts without spaces between words: four signs say as much as two words elsewhere. */
const DENSE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/gu

/** Whether a word says nothing of what a control is for. */
export function isCommonWord(word: string): boolean {
  return COMMON.has(word)
}

/**
 * Whether a name says what its control is for: 'Record vitals' does, 'Add' and 'Save and close'
 * stand on any form. Common words are known for English only; elsewhere two words count.
 */
export function isSpecificName(name: string): boolean {
  if ((name.match(DENSE)?.length ?? 0) >= 4) return true
  const words = wordsOf(name)
  return (
    words.length >= 2 &&
    name.length >= SPECIFIC_LENGTH_MIN &&
    words.some((word) => word.length > 1 && !COMMON.has(word))
  )
}

/** Whether an id or the like names one thing: `searchPatientIcon` does, `save-button` does not. */
export function isSpecificValue(value: string): boolean {
  return wordsOf(value).some(
    (word) => word.length > 2 && !/^\d+$/.test(word) && !COMMON.has(word) && !OF_IDS.has(word),
  )
}
