import type { AriaRole } from '../vocabulary/aria-roles.ts'
import type { NamedElement } from '../vocabulary/evidence.ts'
import { accessibleName } from './accessible-name.ts'
import { squeezed, withoutCounter, wordsOf } from './comparable.ts'
import { attributeOf, holdsMatch, queryAll, selfAndAncestors, tagOf, textOf } from './dom.ts'
import type { Look } from './look.ts'
import { looksLikeData } from './looks-like-data.ts'
import { selectorOf } from './role.ts'
import { isCommonWord, isSpecificName } from './specific.ts'
import { isRecordLink } from './stable-value.ts'

const CELLS_MAX = 20_000
const CELL_LENGTH_MAX = 200
/** Shorter values are units and codes, which stand in interface texts too. */
const VALUE_LENGTH_MIN = 3
const NAME_WORDS_MAX = 3
const CONTROLS = 'button,a[href],input,select,textarea,[role=button],[role=link],[role=menuitem]'
const LINKS = 'a[href],[role=link]'
const TYPED =
  'textarea,input:not([type]),input:is([type=text],[type=search],[type=tel],[type=email])'
/** What an app offers to choose from, or calls its columns. */
const OFFERED: ReadonlySet<AriaRole> = new Set<AriaRole>([
  'checkbox',
  'columnheader',
  'menuitemradio',
  'radio',
  'switch',
])
/** So many others must be no data for a choice to be the app's own. */
const OFFERED_MIN = 2
/** 'John Wilson': of two capitalised words nobody can tell that they are no name. */
const LIKE_A_NAME = /^\s*\p{Lu}[\p{L}'’-]*[\s,]+\p{Lu}/u
/** Parts that apps mark as being about the patient. */
const PATIENT = /patient[-_ ]?(?:banner|header|photo|name|info|identif|demograph)|demographics/i
const PATIENT_LEVELS = 5
const MARKS = ['class', 'id', 'data-testid', 'aria-label', 'data-extension-slot-name']

/** What on this page is somebody's data, as far as the page shows. */
export interface DataSight {
  /** Whether a text may not leave the page: it looks like data, or stands as such on the page. */
  isData(text: string): boolean
  /** Whether an element's name may not: as above, or it stands where data stands. */
  isDataName(element: Element, name: string): boolean
  /** Whether an element lies in a row of a data table, below its headings. */
  isInDataRow(element: Element): boolean
  /** The named element for a recipe, or undefined where its name is data or too long. */
  nameable(element: Element, name: string): NamedElement | undefined
}

const valueOfInput = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.get
const valueOfArea = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.get

const isAboutSomething = (text: string) => wordsOf(text).some((word) => !isCommonWord(word))

/** Of the links in a table's rows, what they are about: 'View chart' stands in each of them. */
function subjectsOf(links: readonly string[]): string[] {
  const named = links.filter(isAboutSomething)
  return named.filter((text) => named.indexOf(text) === named.lastIndexOf(text))
}

function typedInto(field: Element): string {
  return (tagOf(field) === 'INPUT' ? valueOfInput : valueOfArea)?.call(field) ?? ''
}

/**
 * Collects what stands on the page as data: the texts of table cells and what fields hold. For the
 * author's recording only: the values are compared here, in the page, and kept no longer than that.
 */
export function createDataSight(look: Look): DataSight {
  const cells = new Set<string>()
  const typed = new Set<string>()
  for (const root of look.roots) {
    const subjects: string[] = []
    const records = queryAll(root, 'a[href]').filter((link) =>
      isRecordLink(attributeOf(link, 'href') ?? ''),
    )
    for (const cell of queryAll(
      root,
      `${selectorOf('cell')},${selectorOf('gridcell')},th[scope=row]`,
    )) {
      if (cells.size >= CELLS_MAX) break
      if (!isInDataRow(cell)) continue
      for (const link of queryAll(cell, LINKS)) subjects.push(textOf(link))
      if (holdsMatch(cell, CONTROLS)) continue
      const text = textOf(cell)
      if (text.length <= CELL_LENGTH_MAX) cells.add(squeezed(text))
    }
    const values = [
      ...queryAll(root, TYPED).map(typedInto),
      ...subjectsOf(subjects),
      ...records.map(textOf).filter(isAboutSomething),
    ]
    for (const whole of values) {
      const value = whole.slice(0, CELL_LENGTH_MAX)
      const words = wordsOf(value)
      // Prose holds the interface's own words too; a name or a code is a word or three.
      const parts = words.length <= NAME_WORDS_MAX ? words : []
      for (const part of [squeezed(value), ...parts])
        if (part.length >= VALUE_LENGTH_MIN) typed.add(part)
    }
  }
  cells.delete('')

  function isInDataRow(element: Element): boolean {
    let isInRow = false
    for (const around of selfAndAncestors(element)) {
      const role = look.roleOf(around)
      if (role === 'row') isInRow ||= !holdsMatch(around, 'th:not([scope=row]),[role=columnheader]')
      if (role === 'table' || role === 'grid' || role === 'treegrid')
        return isInRow && holdsMatch(around, 'th,[role~=columnheader]')
    }
    return isInRow
  }

  function isData(text: string): boolean {
    if (looksLikeData(text)) return true
    const whole = squeezed(text)
    if (cells.has(whole) || typed.has(whole)) return true
    return wordsOf(text).some((word) => typed.has(word))
  }

  function isOfPatient(element: Element): boolean {
    let level = 0
    for (const around of selfAndAncestors(element)) {
      if (MARKS.some((mark) => PATIENT.test(attributeOf(around, mark) ?? ''))) return true
      if (++level > PATIENT_LEVELS) break
    }
    return false
  }

  /**
   * Whether a word that stands as data on the page is one that the app itself offers: 'Severe' of Mild,
   * Moderate, Severe, or the heading of a column. Of a list of patients each would be data.
   */
  function isOffered(element: Element, name: string): boolean {
    const role = look.roleOf(element)
    if (role === undefined || !OFFERED.has(role)) return false
    if (looksLikeData(name) || LIKE_A_NAME.test(name) || isInDataRow(element)) return false
    const peers = peersOf(element, role)
    const names = peers.map((peer) => withoutCounter(accessibleName(peer)))
    const fixed = new Set(names.filter((peer) => peer !== '' && peer !== name && !isData(peer)))
    return fixed.size >= OFFERED_MIN && fixed.size * 2 > peers.length
  }

  /** The others of its role in the closest part that holds enough of them. */
  function peersOf(element: Element, role: AriaRole): Element[] {
    let peers: Element[] = []
    for (const around of selfAndAncestors(element)) {
      peers = queryAll(around, selectorOf(role)).filter(
        (other) => other !== element && look.roleOf(other) === role && !isInDataRow(other),
      )
      if (peers.length >= OFFERED_MIN) break
    }
    return peers
  }

  function isDataName(element: Element, name: string): boolean {
    if (isData(name)) return !isOffered(element, name)
    const role = look.roleOf(element)
    if (role === 'cell' || role === 'gridcell' || role === 'row' || role === 'rowheader')
      return true
    // A link in a row is most often what the row is about; 'Edit' and 'View' say nothing of it.
    if (isInDataRow(element) && isSpecificName(name)) return true
    const isText = role === 'heading' || role === 'link' || role === 'generic' || role === 'img'
    return isText && isOfPatient(element) && isSpecificName(name)
  }

  return {
    isData,
    isDataName,
    isInDataRow,
    nameable(element, name) {
      const role = look.roleOf(element)
      const words = withoutCounter(name)
      if (role === undefined || words === '' || isDataName(element, words)) return undefined
      return { role, name: [words] }
    },
  }
}
