import * as v from 'valibot'
import { ARIA_ROLES, PLACE_ROLES } from './aria-roles.ts'
import { STABLE_ATTRIBUTES } from './stable-attributes.ts'
import { urlRule } from './url-rule.ts'

export const NAME_LENGTH_MAX = 120

/** A word or phrase of the app's own interface; four digits in a row look like a record number. */
export const interfaceText = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(NAME_LENGTH_MAX),
  v.check(
    (text) => !/\d{4}/.test(text),
    'a name holds no run of four digits: it could be a record number',
  ),
)

/** The same phrase in each language of the app. */
export const interfaceNames = v.pipe(v.array(interfaceText), v.minLength(1), v.maxLength(24))

const attributeValue = v.pipe(
  interfaceText,
  v.regex(/^[^*^$~|]+$/, 'an attribute is matched whole'),
)

export const attributeEvidence = v.pipe(
  v.record(v.picklist(STABLE_ATTRIBUTES), attributeValue),
  v.check((map) => Object.keys(map).length <= 6, 'at most 6 attributes'),
)

/** `floppy-disk`, `shape-kqzvbwtn`: the name of a drawing, never what it shows. */
const iconText = v.pipe(
  v.string(),
  v.maxLength(60),
  v.regex(/^[a-z][a-z0-9_-]*$/, 'an icon is a word: floppy-disk'),
  v.check((text) => !/\d{4}/.test(text), 'an icon holds no run of four digits'),
)

/** A named element that stands near: a heading above, or a neighbour. */
export const namedElement = v.strictObject({
  role: v.picklist(ARIA_ROLES),
  name: interfaceNames,
})

/** `main > section:2 > button`: tags with a position among the siblings of the same tag. */
const structuralPath = v.pipe(
  v.string(),
  v.maxLength(600),
  v.regex(
    /^[a-z][a-z0-9-]*(:\d{1,3})?( > [a-z][a-z0-9-]*(:\d{1,3})?)*$/,
    'a path is tags with positions: main > section:2 > button',
  ),
)

/**
 * The recipe that finds one element: independent pieces of evidence, weighed by the finder. No
 * selectors and no expressions: a recipe can only be compared with what is on the page.
 */
export const anchorSchema = v.pipe(
  v.strictObject({
    role: v.optional(v.picklist(ARIA_ROLES)),
    name: v.optional(interfaceNames),
    /**
     * The text that stands before it as its label though nothing ties the two: 'Frequency' before the
     * 'Open' of a list.
     */
    label: v.optional(interfaceNames),
    /** The closest words before it that are made as a title, whatever they stand over. */
    under: v.optional(interfaceNames),
    attributes: v.optional(attributeEvidence),
    /** What the app calls the one thing inside it: the icon of a button. */
    holds: v.optional(attributeEvidence),
    /** What the app calls the closest part around it in which it is the only one of its role. */
    holder: v.optional(attributeEvidence),
    /** What its picture is called, or the sum of its shape. */
    icon: v.optional(v.pipe(v.array(iconText), v.minLength(1), v.maxLength(4))),
    /** The heading or label of a part of the page that holds it, from the inside out. */
    within: v.optional(v.pipe(v.array(namedElement), v.maxLength(4))),
    near: v.optional(namedElement),
    path: v.optional(structuralPath),
    /** Every such part that held it when it was recorded; none where the list is empty. */
    inside: v.optional(v.pipe(v.array(v.picklist(PLACE_ROLES)), v.maxLength(PLACE_ROLES.length))),
    /** Tags of the hosts whose shadow roots hold it, from the outside in. */
    shadow: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z][a-z0-9-]*$/, 'a tag'))),
        v.minLength(1),
        v.maxLength(12),
      ),
    ),
    /** The path, within its frame, of the document that owns it; anchors of the page itself have none. */
    frame: v.optional(urlRule),
    /** The language of the page it was recorded on: words of another one are no contradiction. */
    lang: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'a language: en'))),
    /** Look-alikes stood beside it: everything but the path has to hold, and nothing stands in for it. */
    exact: v.optional(v.literal(true)),
  }),
  v.check(
    ({ name, label, attributes, holds, holder, icon }) =>
      [name, label, attributes, holds, holder, icon].some((evidence) => evidence !== undefined),
    'an anchor needs a name, a label, an icon or a stable attribute: a role or a path alone fits too much',
  ),
)

export type Anchor = v.InferOutput<typeof anchorSchema>
export type NamedElement = v.InferOutput<typeof namedElement>
