import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { canaryValues, john } from '../../../../demo/openmrs/patients.ts'
import type { TwinPatient } from '../patients.ts'

/** What the demo says of John, and what it is to say of somebody else. Longer texts come first. */
function namesOf(patient: TwinPatient): [string, string][] {
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1)
  const [first = '1'] = patient.results
  return (
    [
      [john.uuid, patient.uuid],
      [canaryValues.allergyComment, patient.note],
      [canaryValues.conditionNote, patient.drug],
      [john.address.address1 ?? '', patient.street],
      [john.phone, patient.phone],
      [john.family, patient.family],
      [john.birthdate, patient.birthdate],
      [john.identifier, patient.identifier],
      [john.given, patient.given],
      [String(canaryValues.weightKg), String(40 + (Number(first) % 60))],
    ] as const
  ).map(([from, to]) => [from, inJson(to)])
}

/** The demo EHR through a proxy that gives John the data of another patient, in what it answers. */
export async function startDisguise(ehrOrigin: string) {
  const target = new URL(ehrOrigin)
  let patient: TwinPatient | undefined
  const server = http.createServer((request, response) => {
    const names = patient === undefined ? [] : namesOf(patient)
    const back = (text: string) => (patient ? text.replaceAll(patient.uuid, john.uuid) : text)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.from(back(Buffer.concat(chunks).toString('latin1')), 'latin1')
      const { 'accept-encoding': _, 'content-length': __, ...headers } = request.headers
      const onward = http.request({
        ...{ host: target.hostname, port: target.port, method: request.method },
        path: back(request.url ?? '/'),
        headers: { ...headers, ...(body.length > 0 && { 'content-length': body.length }) },
      })
      onward.on('error', () => response.destroy())
      onward.on('response', (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () => {
          const { 'content-length': ___, ...given } = answer.headers
          const whole = Buffer.concat(parts)
          const isData =
            String(given['content-type']).includes('json') && request.url?.includes('/ws/')
          response.writeHead(answer.statusCode ?? 502, given)
          response.end(
            isData
              ? names.reduce((text, [from, to]) => text.replaceAll(from, () => to), String(whole))
              : whole,
          )
        })
      })
      onward.end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`
  return {
    origin,
    url: `${origin}/openmrs/spa/login`,
    show(next: TwinPatient) {
      patient = next
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
