import { expect, test } from 'vitest'
import { proveInBrowser } from '../prove/twins/browser/prove.ts'
import { BROWSERS } from './helpers/session.ts'

/** As many encodings as canaries are searched for in. */
const ENCODINGS = 8

// A small part of `npm run prove:twins`.
test.each(BROWSERS)(
  'twin pages send the same bytes, and nothing of a patient is anywhere, in %s',
  async (browser) => {
    const proof = await proveInBrowser({
      browser,
      app: 'twins',
      patients: 2,
      seed: 3,
      log: () => {},
    })
    expect(proof.differences).toEqual([])
    expect(proof.found).toEqual([])
    // They have been at something, and the search finds what there is.
    expect(proof.pairs).toBe(1)
    expect(proof.events).toEqual(
      expect.arrayContaining(['dead_click', 'report', 'note', 'walkthrough']),
    )
    expect(proof.canaries).toBeGreaterThan(10)
    expect(proof.planted).toEqual({
      ...{ network: ENCODINGS, storage: ENCODINGS, database: ENCODINGS },
      // Firefox lets no driver hear what the extension’s own pages and worker log.
      console: browser === 'firefox' ? 0 : ENCODINGS,
    })
  },
  300_000,
)
