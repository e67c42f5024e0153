import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readConfig } from '../src/collector/config.ts'
import { BATCH_BYTES_MAX } from '../src/collector/http/logs.ts'
import { PORT_DEFAULT } from '../src/collector/listen.ts'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const dockerfile = read('deploy/Dockerfile').replaceAll('\\\n', ' ')
const compose = parse(read('deploy/compose.yaml'))
const unit = read('deploy/handrail-collector.service')
const otel = parse(read('deploy/otel-collector.yaml'))
const operations = read('docs/operations.md')
const config = read('src/collector/config.ts')

/** 15 attributes, each with a key of 24, an id of 64 and protobuf's own bytes. */
const LONGEST_RECORD = 15 * (24 + 64 + 8)

const instructions = (name: string) =>
  [...dockerfile.matchAll(new RegExp(`^${name} (.+)$`, 'gm'))].map(([, rest]) => rest ?? '')
const directives = (name: string) =>
  [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value]) => value ?? '')
const isRead = (variable: string) => config.includes(`env.${variable}`)

test('every variable that is set for the collector is one that it reads', () => {
  const named = [
    ...instructions('ENV').flatMap((line) => [...line.matchAll(/(\w+)=/g)].map(([, name]) => name)),
    ...Object.keys(compose.services.collector.environment),
    ...directives('Environment').map((line) => line.split('=', 1)[0]),
    ...(operations.match(/`(HANDRAIL_\w+|\w+_URL)`/g) ?? []).map((name) => name.slice(1, -1)),
  ]
  expect(named.length).toBeGreaterThan(8)
  expect(named.filter((name) => name !== 'NODE_ENV' && !isRead(name ?? ''))).toEqual([])
})

test('what the container is made of is there, and nothing that the collector imports is left out', () => {
  const [, final = ''] = dockerfile.split(/^FROM (?!.* AS )/m)
  const copied = [...final.matchAll(/^COPY --from=build \/app\/(\S+) (\S+)$/gm)]
  for (const [, from, to] of copied) {
    expect(to).toBe(`./${from}`)
    if (from !== 'dist/dashboard')
      expect([from, existsSync(join(ROOT, from ?? ''))]).toEqual([from, true])
  }
  const folders = copied.map(([, from]) => from)
  const sources = readdirSync(join(ROOT, 'src/collector'), { recursive: true, encoding: 'utf8' })
  const imported = sources
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|^testing/.test(path))
    .flatMap((path) =>
      [...read(join('src/collector', path)).matchAll(/from '((?:\.\.\/)+)([\w-]+)\//g)].map(
        (found) => [path, ...found.slice(1)],
      ),
    )
    .filter(([path = '', up = '']) => up.length / 3 > path.split('/').length - 1)
    .map(([, , folder]) => `src/${folder}`)
  expect(new Set(imported).size).toBeGreaterThan(0)
  expect([...new Set(imported)].filter((folder) => !folders.includes(folder))).toEqual([])
})

test('the container starts the collector, as nobody in particular, on the port that it exposes', () => {
  const [entry = '[]'] = instructions('ENTRYPOINT')
  const [program, file, ...flags]: string[] = JSON.parse(entry)
  expect([program, existsSync(join(ROOT, file ?? ''))]).toEqual(['node', true])
  expect(readConfig([...flags, ...compose.services.collector.command], {})).toMatchObject({
    ok: true,
  })
  expect(instructions('EXPOSE')).toEqual([String(PORT_DEFAULT)])
  expect(instructions('USER')).toEqual(['node'])
  const [health = ''] = instructions('HEALTHCHECK')
  expect(health).toContain(`:${PORT_DEFAULT}/readyz`)
})

test('compose: its database is the one that the collector is told of, and only this machine reaches it', () => {
  const { collector, database } = compose.services
  const url = new URL(collector.environment.DATABASE_URL.replace(/\$\{\w+\}/, 'secret'))
  const { POSTGRES_USER, POSTGRES_DB } = database.environment
  expect([url.hostname, url.username, url.pathname]).toEqual([
    'database',
    POSTGRES_USER,
    `/${POSTGRES_DB}`,
  ])
  expect(collector.ports).toEqual([`127.0.0.1:${PORT_DEFAULT}:${PORT_DEFAULT}`])
  expect(existsSync(join(ROOT, collector.build.dockerfile))).toBe(true)
  const kept = Object.values(compose.services).flatMap((one) =>
    (one as { volumes: string[] }).volumes.map((volume) => volume.split(':')[0]),
  )
  expect(kept.toSorted()).toEqual(Object.keys(compose.volumes).toSorted())
})

test('the unit starts the collector with flags that it knows', () => {
  const [start = ''] = directives('ExecStart')
  const [, file = '', flags = ''] =
    /^\/usr\/bin\/env node \/opt\/handrail\/(\S+) ?(.*)$/.exec(start) ?? []
  expect(statSync(join(ROOT, file)).isFile()).toBe(true)
  expect(readConfig(flags.split(' '), {})).toMatchObject({ ok: true, value: { mode: 'serve' } })
  expect(directives('Environment')).toContain(`HANDRAIL_PORT=${PORT_DEFAULT}`)
})

const canVerify = spawnSync('systemd-analyze', ['--version']).status === 0
test.runIf(canVerify)('systemd finds nothing wrong with the unit', () => {
  const path = join(ROOT, 'deploy/handrail-collector.service')
  const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', path], {
    encoding: 'utf8',
  })
  const about = stderr.split('\n').filter((line) => line.includes('handrail-collector'))
  expect([status, about]).toEqual([0, []])
})

test('the OpenTelemetry Collector sends where ours listens, and uses what it defines', () => {
  const { receivers, exporters, extensions, service } = otel
  const { logs_endpoint, sending_queue } = exporters.otlphttp
  expect(logs_endpoint).toMatch(/\/v1\/logs$/)
  expect(receivers.otlp.protocols.http.max_request_body_size).toBe(BATCH_BYTES_MAX)
  expect(sending_queue.batch.max_size * LONGEST_RECORD).toBeLessThan(BATCH_BYTES_MAX)
  const used = [...service.extensions, sending_queue.storage]
  used.push(receivers.otlp.protocols.http.auth.authenticator, exporters.otlphttp.auth.authenticator)
  expect(used.filter((name) => !Object.hasOwn(extensions, name))).toEqual([])
  for (const { receivers: from, exporters: to } of Object.values(service.pipelines) as {
    receivers: string[]
    exporters: string[]
  }[])
    expect(
      [...from, ...to].filter((name) => !Object.hasOwn({ ...receivers, ...exporters }, name)),
    ).toEqual([])
})

test('every command of docs/operations.md is one that there is', () => {
  const scripts = JSON.parse(read('package.json')).scripts
  const commands = [...operations.matchAll(/npm run (\S+?)(?: -- ([^`#\n]+))?(?=[`#\n])/g)]
  expect(commands.length).toBeGreaterThan(10)
  for (const [line, script = '', words = ''] of commands) {
    expect([line, Object.hasOwn(scripts, script)]).toEqual([line, true])
    if (script !== 'handrail') continue
    const [first, ...rest] = words.trim().split(/\s+/)
    expect(first).toBe('collector')
    expect([line, readConfig(rest, {})]).toMatchObject([line, { ok: true }])
  }
  const flags = operations.match(/`--[a-z-]+`/g) ?? []
  expect(flags.filter((flag) => !config.includes(flag.slice(1, -1)))).toEqual([])
})

test('what is said to be in the repository is', () => {
  const paths = operations.match(/`(deploy|src|docs)\/[\w./-]+`/g) ?? []
  expect(paths.length).toBeGreaterThan(4)
  expect(paths.filter((path) => !existsSync(join(ROOT, path.slice(1, -1))))).toEqual([])
})
