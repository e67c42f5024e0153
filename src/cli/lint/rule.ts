import type { Pack } from '../../vocabulary/pack.ts'
import type { PackFault, PackPath } from '../../vocabulary/pack-fault.ts'

/** One thing that is checked of a pack that is sound in form. Pure: today's date comes from outside. */
export type LintRule = (pack: Pack, now: Date) => PackFault[]

/** A fault that keeps a pack from being published. */
export function lintError(path: PackPath, message: string): PackFault {
  return { level: 'error', path, message }
}

/** A fault to look at, which keeps nothing back. */
export function lintWarning(path: PackPath, message: string): PackFault {
  return { level: 'warning', path, message }
}
