import type { Fields } from './types.ts'

/** True for a JSON object. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text of a key, or `''`. Numbers become text. */
export function text(fields: Fields, key: string): string {
  const value = fields[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The object of a key, or an empty one. */
export function object(fields: Fields, key: string): Fields {
  const value = fields[key]
  return isFields(value) ? value : {}
}

/** The objects in the array of a key. */
export function objects(fields: Fields, key: string): Fields[] {
  const value = fields[key]
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** The uuid of a reference, which OpenMRS accepts both as a string and as `{uuid}`. */
export function uuidOf(fields: Fields, key: string): string {
  return text(fields, key) || text(object(fields, key), 'uuid')
}

/** The id in a FHIR reference such as `Patient/1234`. */
export function referenceId(fields: Fields, key: string): string {
  return text(object(fields, key), 'reference').split('/').at(-1) ?? ''
}
