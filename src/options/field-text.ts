import { type Policy, type PolicyKey, parsePolicy } from '../vocabulary/policy.ts'

const LISTS: readonly PolicyKey[] = [
  'sites',
  'trustedKeys',
  'roles',
  'linkHosts',
  'appBuilds',
  'quietHours',
  'optionalSignals',
]
const NUMBERS: readonly PolicyKey[] = ['flushMinutes', 'requestsPerFlush']

/** A setting as the text of its field: lists one item to a line, nothing as ''. */
export function fieldText(value: Policy[PolicyKey]): string {
  if (value === undefined) return ''
  return Array.isArray(value) ? value.join('\n') : String(value)
}

function listItems(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/**
 * The setting that a field's text stands for, not yet checked; `undefined` where the field is
 * empty. A number may have a decimal comma.
 */
export function fieldValue(key: PolicyKey, text: string): unknown {
  const trimmed = text.trim()
  if (trimmed === '') return undefined
  if (LISTS.includes(key)) return listItems(text)
  if (key === 'enabled') return trimmed === 'true'
  if (NUMBERS.includes(key)) {
    const number = Number(trimmed.replace(',', '.'))
    return Number.isFinite(number) ? number : trimmed
  }
  return trimmed
}

/** Why a field's text is no value for its setting; the line counts from 1, in lists only. */
export interface FieldFault {
  message: string
  line?: number
}

/** What is wrong with a field's text; `undefined` where nothing is. */
export function fieldFault(key: PolicyKey, text: string): FieldFault | undefined {
  const message = faultOf(key, fieldValue(key, text))
  if (message === undefined) return undefined
  if (!LISTS.includes(key)) return { message }
  const at = text
    .split('\n')
    .findIndex((line) => line.trim() !== '' && faultOf(key, [line.trim()]) !== undefined)
  return at < 0 ? { message } : { message, line: at + 1 }
}

function faultOf(key: PolicyKey, value: unknown): string | undefined {
  return parsePolicy({ [key]: value }).warnings[0]?.message
}
