import { defineCommand } from 'citty'
import { createKeyPair } from '../../vocabulary/signature.ts'
import { type Environment, fileTrouble } from '../environment.ts'

/** `handrail keygen --out FILE`: a new key pair; the secret half into the file, the other on show. */
export async function runKeygen({ out }: { out: string }, world: Environment): Promise<number> {
  const { secretKey, publicKey } = await createKeyPair()
  try {
    await world.writeSecret(out, `${secretKey}\n`)
  } catch (error) {
    world.logError(`${out}: the key can't be written: ${fileTrouble(error)}`)
    return 1
  }
  world.log(publicKey)
  world.logError(`Secret key: ${out}. Keep it from others, and out of the repository.`)
  world.logError("Above: the public key. Put it into the policy's trustedKeys.")
  return 0
}

export function keygenCommand(world: Environment) {
  return defineCommand({
    meta: { name: 'keygen', description: 'Make a key pair to sign channels with' },
    args: {
      out: { type: 'string', description: 'The file for the secret key', required: true },
    },
    run: ({ args }) => runKeygen({ out: args.out }, world),
  })
}
