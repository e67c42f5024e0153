import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startApp } from '../app.ts'
import type { TwinPatient } from '../patients.ts'
import { CHART } from '../screens.ts'

/** The app of our own on loopback. It shows one patient, until it is told of another. */
export async function startTwinSite() {
  let patient: TwinPatient | undefined
  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/twins/') || patient === undefined)
      return response.writeHead(404).end()
    // A script ends at its closing tag, and two characters end a line in one.
    const data = JSON.stringify(patient).replace(
      /[<\u2028\u2029]/g,
      (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    response.setHeader('content-type', 'text/html; charset=utf-8')
    return response.end(`<!doctype html>
<html lang="en"><head><style>body { font: 16px sans-serif; margin: 40px; max-width: 900px } [role=alertdialog] { position: fixed; top: 10px; left: 10px; background: #fff }</style></head>
<body><script>(${startApp})(window, ${data}, ${JSON.stringify(CHART)})</script></body></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
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
