import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Start } from './start-result.ts'

const FILE = 'collector.json'
const MODE = 0o600

const secret = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{16,200}$/, '16 to 200 visible characters'))
const secretsSchema = v.object({
  ingestToken: secret,
  publishToken: secret,
  adminKey: secret,
  trustedKeys: v.optional(v.array(v.string()), []),
})

export type Secrets = v.InferOutput<typeof secretsSchema>

/** New random secrets of 192 bits each, and no trusted key yet. */
export function createSecrets(): Secrets {
  const random = () => randomBytes(24).toString('base64url')
  return { ingestToken: random(), publishToken: random(), adminKey: random(), trustedKeys: [] }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

/**
 * The secrets kept in `<folder>/collector.json`, which only its owner can read. They are made on
 * the first start. A file that can't be read is left as it is.
 */
export async function loadSecrets(folder: string): Promise<Start<Secrets>> {
  const path = join(folder, FILE)
  try {
    const parsed = v.safeParse(secretsSchema, JSON.parse(await readFile(path, 'utf8')))
    if (parsed.success) return { ok: true, value: parsed.output }
    const [issue] = parsed.issues
    return {
      ok: false,
      message: `${path} can’t be used: ${v.getDotPath(issue) ?? 'file'}: ${issue.message}. Mend it, or delete it to have new secrets made.`,
    }
  } catch (error) {
    if (error instanceof SyntaxError)
      return {
        ok: false,
        message: `${path} is not JSON. Mend it, or delete it to have new secrets made.`,
      }
    if (!isMissing(error)) return { ok: false, message: `${path} can’t be read: ${error}` }
  }
  const secrets = createSecrets()
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(path, `${JSON.stringify(secrets, null, 2)}\n`, { mode: MODE, flag: 'wx' })
  return { ok: true, value: secrets }
}
