import { createHash } from 'node:crypto'
import manifest from '../manifest.json' with { type: 'json' }

/** The extension's id in Firefox. */
export const GECKO_ID = 'handrail@handrail.dev'

/** The extension's id in Chromium: the first 16 bytes of the key's SHA-256, as letters a to p. */
export const CHROME_ID = createHash('sha256')
  .update(Buffer.from(manifest.key, 'base64'))
  .digest('hex')
  .slice(0, 32)
  .replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)))
