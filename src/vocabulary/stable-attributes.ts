/**
 * Attributes an anchor may ask for, by exact value only: no prefix, suffix or substring match, so
 * that a pack can't be turned into an oracle that spells out a record (`[data-mrn^="1"]`).
 */
export const STABLE_ATTRIBUTES = [
  'id',
  'name',
  'type',
  'data-testid',
  'data-test-id',
  'data-test',
  'data-cy',
  'data-qa',
  'data-extension-id',
  'data-extension-slot-name',
  'data-automation-id',
  'data-action',
  'formcontrolname',
  'href',
  'autocomplete',
  'for',
] as const

export type StableAttribute = (typeof STABLE_ATTRIBUTES)[number]
