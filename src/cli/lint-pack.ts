import * as v from 'valibot'
import { isOverlay, type Overlay, overlaySchema } from '../vocabulary/overlay.ts'
import { type Pack, packSchema } from '../vocabulary/pack.ts'
import { isOverlaySource } from '../vocabulary/pack-bytes.ts'
import { faultOfIssue, type PackFault, showPath } from '../vocabulary/pack-fault.ts'
import { packReferenceFaults } from '../vocabulary/pack-reference-faults.ts'
import type { Environment } from './environment.ts'
import { overlayFaults } from './lint/overlay.ts'
import { lintFaults } from './lint/rules.ts'
import { readPackSource } from './pack-source.ts'

/** What lint makes of a folder. Errors and warnings are lines: place, what is wrong, how to mend it. */
export interface LintedPack {
  errors: string[]
  warnings: string[]
  /** Where there are no errors: the pack, and the source that it was made from. */
  sound?: { pack: Pack | Overlay; source: object }
}

type World = Pick<Environment, 'readFile' | 'listFolder' | 'now'>

/** Reads and checks the pack or the overlay in a folder; `baseFolder` is what an overlay is laid over. Never rejects. */
export async function lintPack(
  folder: string,
  world: World,
  baseFolder?: string,
): Promise<LintedPack> {
  const read = await readPackSource(folder, world)
  if (!read.ok) return { errors: read.faults, warnings: [] }
  const base = await readBase(isOverlaySource(read.source) ? baseFolder : undefined, world)
  if (!base.ok) return { errors: base.errors, warnings: [] }
  const parsed = v.safeParse(isOverlaySource(read.source) ? overlaySchema : packSchema, read.source)
  const faults = !parsed.success
    ? parsed.issues.map(faultOfIssue)
    : isOverlay(parsed.output)
      ? overlayFaults(parsed.output, base.pack, world.now())
      : faultsOf(parsed.output, world.now())
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

async function readBase(
  folder: string | undefined,
  world: World,
): Promise<{ ok: true; pack?: Pack } | { ok: false; errors: string[] }> {
  if (folder === undefined) return { ok: true }
  const { errors, sound } = await lintPack(folder, world)
  if (sound === undefined) return { ok: false, errors }
  return isOverlay(sound.pack)
    ? {
        ok: false,
        errors: [`${folder}: is an overlay itself: give the pack that both are laid over`],
      }
    : { ok: true, pack: sound.pack }
}
