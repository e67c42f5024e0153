import { publicKeyOf } from '../vocabulary/signature.ts'
import { type Environment, fileTrouble } from './environment.ts'
import { failure, type Result, success } from './result.ts'

/** Reads a secret key file: one line, 32 bytes in base64, as `handrail keygen` writes it. */
export async function readKeyFile(
  path: string,
  { readFile }: Pick<Environment, 'readFile'>,
): Promise<Result<string>> {
  let key: string
  try {
    key = new TextDecoder().decode(await readFile(path)).trim()
  } catch (error) {
    return failure(`${path}: the key can't be read: ${fileTrouble(error)}`)
  }
  try {
    if (/^[A-Za-z0-9+/]{43}=$/.test(key) && (await publicKeyOf(key)) !== '') return success(key)
  } catch {
    // Said below, without a word of what is in the file.
  }
  return failure(`${path}: holds no secret key: make one with handrail keygen --out FILE`)
}

/** Public keys of a `--trust` option: base64, with commas between. */
export function readTrusted(list: string | undefined): Result<string[]> {
  const keys = (list ?? '').split(',').flatMap((key) => (key.trim() === '' ? [] : [key.trim()]))
  const bad = keys.find((key) => !/^[A-Za-z0-9+/]{43}=$/.test(key))
  return bad === undefined
    ? success(keys)
    : failure(`--trust takes public keys, 44 characters of base64 each (not '${bad.slice(0, 60)}')`)
}
