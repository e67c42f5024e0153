import { getPublicKeyAsync, signAsync, utils, verifyAsync } from '@noble/ed25519'

/** Base64 of any length, in pieces: a call takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += 8192)
    binary += String.fromCharCode(...bytes.subarray(at, at + 8192))
  return btoa(binary)
}

/** Throws on what is not base64. */
export function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0))
}

/** A new key pair, both halves in base64. */
export async function createKeyPair(): Promise<{ secretKey: string; publicKey: string }> {
  const secret = utils.randomSecretKey()
  return { secretKey: toBase64(secret), publicKey: toBase64(await getPublicKeyAsync(secret)) }
}

/** The public half of a secret key, both in base64. Throws on a key of the wrong length. */
export async function publicKeyOf(secretKey: string): Promise<string> {
  return toBase64(await getPublicKeyAsync(fromBase64(secretKey)))
}

/** Ed25519 over the raw bytes, in base64. */
export async function sign(bytes: Uint8Array, secretKey: string): Promise<string> {
  return toBase64(await signAsync(bytes, fromBase64(secretKey)))
}

/**
 * Strict Ed25519 (RFC 8032): small-order keys and S ≥ L are refused, which the WebCrypto of some
 * runtimes lets pass. Never throws: what can't be read is not signed.
 */
export async function isSigned(
  bytes: Uint8Array,
  signature: string,
  publicKey: string,
): Promise<boolean> {
  try {
    return await verifyAsync(fromBase64(signature), bytes, fromBase64(publicKey), { zip215: false })
  } catch {
    return false
  }
}

/** SHA-256 in hex. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
