import type { Overlay } from '../vocabulary/overlay.ts'
import type { Pack } from '../vocabulary/pack.ts'
import { canonicalJsonBytes, readContentBytes } from '../vocabulary/pack-bytes.ts'
import { sha256Hex } from '../vocabulary/signature.ts'
import { failure, type Result, success } from './result.ts'

export interface CompiledPack {
  pack: Pack | Overlay
  /** Canonical JSON, as published. */
  bytes: Uint8Array
  sha256: string
}

/** Makes the bytes of a pack from its source, and reads them back as the extension will. */
export async function compilePack(source: object): Promise<Result<CompiledPack>> {
  const bytes = canonicalJsonBytes(source)
  const read = readContentBytes(bytes)
  if (!read.ok) return failure(`the pack can't be built: ${read.faults.join('; ')}`)
  return success({ pack: read.pack, bytes, sha256: await sha256Hex(bytes) })
}
