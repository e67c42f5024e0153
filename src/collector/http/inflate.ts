import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { type Problem, problem } from './problem.ts'

const inflate = promisify(gunzip)

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

/**
 * The bytes of a body after its `content-encoding`. `limit` holds for what comes out: a few hundred
 * bytes of gzip can hold a gigabyte, and no more than the limit is ever unpacked.
 */
export async function decompress(
  bytes: Uint8Array,
  encoding: string | undefined,
  limit: number,
): Promise<{ bytes: Uint8Array } | { problem: Problem }> {
  if (encoding === undefined || encoding === 'identity') return { bytes }
  if (encoding !== 'gzip')
    return {
      problem: problem(
        415,
        'wrong-content-encoding',
        'The body is compressed in a way that the collector does not read. Use gzip, or none.',
      ),
    }
  try {
    return { bytes: await inflate(bytes, { maxOutputLength: limit }) }
  } catch (error) {
    if (hasCode(error, 'ERR_BUFFER_TOO_LARGE'))
      return {
        problem: problem(
          413,
          'too-large',
          'The body is too large once unpacked. Send fewer records at a time.',
        ),
      }
    return {
      problem: problem(400, 'bad-gzip', 'The body is not whole gzip data. Send the batch again.'),
    }
  }
}
