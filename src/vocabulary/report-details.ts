/** How much harm it does, in the words of the person who reports it. Nothing need be said. */
export const SEVERITIES = {
  nuisance: 'It is a nuisance',
  delay: 'It holds me up',
  blocks: 'I can’t go on',
  risk: 'It could lead to a mistake',
} as const

/** How often it happens to them. */
export const FREQUENCIES = {
  once: 'For the first time',
  sometimes: 'Now and then',
  daily: 'Every day',
  always: 'Each time',
} as const

export type Severity = keyof typeof SEVERITIES
export type Frequency = keyof typeof FREQUENCIES
export const SEVERITY_IDS = Object.keys(SEVERITIES) as Severity[]
export const FREQUENCY_IDS = Object.keys(FREQUENCIES) as Frequency[]
