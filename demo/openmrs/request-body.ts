import type { IncomingMessage } from 'node:http'
import { isFields } from './store/fields.ts'
import type { Fields } from './store/types.ts'

/** Reads JSON or a form with files (a file becomes `{name, type, base64}`); else nothing. */
export async function readBody(request: IncomingMessage): Promise<Fields> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  const type = request.headers['content-type'] ?? ''
  if (type.startsWith('multipart/form-data')) return readForm(body, type)
  try {
    const parsed: unknown = JSON.parse(body.toString())
    return isFields(parsed) ? parsed : {}
  } catch {
    return {}
  }
}

async function readForm(body: Buffer, type: string) {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': type },
  }).formData()
  const fields: Fields = {}
  for (const [key, value] of form) {
    if (typeof value === 'string') fields[key] = value
    else {
      const base64 = Buffer.from(await value.arrayBuffer()).toString('base64')
      fields[key] = { name: value.name, type: value.type, base64 }
    }
  }
  return fields
}
