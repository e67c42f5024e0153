import { createServer, type IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { ENGINE_FOLDER } from './engine-folder.ts'

/**
 * The real engine behind as much of ClickHouse's HTTP interface as `@clickhouse/client` uses: a
 * query in the address or the body, data after it, parameters and settings in the address.
 * `node server.ts FOLDER`; prints its address.
 */
interface Session {
  query(sql: string): string
  queryBind(sql: string, params: Record<string, string>): string
}
const require = createRequire(join(ENGINE_FOLDER, 'package.json'))
const { Session: Engine }: { Session: new (folder: string) => Session } = require('chdb')
const session = new Engine(process.argv[2] ?? '')

const NO_SETTINGS = new Set(['query', 'query_id', 'database', 'session_id'])

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function run(address: URLSearchParams, body: string): string {
  const params: Record<string, string> = {}
  for (const [name, value] of address) {
    if (name.startsWith('param_')) params[name.slice('param_'.length)] = value
    else if (!NO_SETTINGS.has(name)) session.query(`set ${name} = '${value}'`)
  }
  const database = address.get('database')
  if (database !== null) session.query(`use ${database}`)
  const sql = [address.get('query') ?? '', body].filter((part) => part !== '').join('\n')
  return Object.keys(params).length > 0 ? session.queryBind(sql, params) : session.query(sql)
}

session.query('create database if not exists handrail')
const server = createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (pathname === '/ping') return void response.end('Ok.\n')
  const body = await textOf(request)
  try {
    response.end(run(searchParams, body))
  } catch (error) {
    const [, said = 'Code: 0. failed', code = '0'] =
      /(Code: (\d+)\.[\s\S]*)/.exec(String(error)) ?? []
    response.writeHead(500, { 'x-clickhouse-exception-code': code })
    response.end(said)
  }
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo
  console.log(`http://127.0.0.1:${port}/handrail`)
})
process.on('SIGTERM', () => process.exit(0))
