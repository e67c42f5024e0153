import * as v from 'valibot'
import { type Pack, packSchema } from '../vocabulary/pack.ts'
import { faultOfIssue, type PackFault, showPath } from '../vocabulary/pack-fault.ts'
import { packReferenceFaults } from '../vocabulary/pack-references.ts'
import type { Environment } from './environment.ts'
import { lintFaults } from './lint/rules.ts'
import { readPackSource } from './pack-source.ts'

/** What lint makes of a folder. Errors and warnings are lines: place, what is wrong, how to mend it. */
export interface LintedPack {
  errors: string[]
  warnings: string[]
  /** Where there are no errors: the pack, and the source that it was made from. */
  sound?: { pack: Pack; source: object }
}

/** Reads and checks the pack in a folder. Never rejects. */
export async function lintPack(
  folder: string,
  world: Pick<Environment, 'readFile' | 'listFolder' | 'now'>,
): Promise<LintedPack> {
  const read = await readPackSource(folder, world)
  if (!read.ok) return { errors: read.faults, warnings: [] }
  const parsed = v.safeParse(packSchema, read.source)
  const faults = parsed.success
    ? faultsOf(parsed.output, world.now())
    : parsed.issues.map(faultOfIssue)
  const lines = (level: PackFault['level']) =>
    faults
      .filter((fault) => fault.level === level)
      .map(({ path, message }) => {
        const inside = path.length === 0 ? '' : `${showPath(path)}: `
        return `${read.where(path)}: ${inside}${message}`
      })
  const errors = lines('error')
  const isSound = parsed.success && errors.length === 0
  return {
    errors,
    warnings: lines('warning'),
    ...(isSound ? { sound: { pack: parsed.output, source: Object(read.source) } } : {}),
  }
}

function faultsOf(pack: Pack, now: Date): PackFault[] {
  const faults = packReferenceFaults(pack)
  // The rules look things up by id: with broken references they would only repeat them.
  const isBroken = faults.some(({ level }) => level === 'error')
  return isBroken ? faults : [...faults, ...lintFaults(pack, now)]
}
