import { afterEach, beforeEach, expect, test } from 'vitest'
import { agnes, dorothea, john } from './patients.ts'
import { allergicReactions, ciel, environmentAllergens } from './reference/concepts.ts'
import { days, drugOrderType, drugs, onceDaily, oral, tablet } from './reference/drugs.ts'
import { createDemoEhr, type DemoEhr } from './server.ts'

let demo: DemoEhr
beforeEach(async () => {
  demo = await createDemoEhr({ packagesDir: '/nowhere', port: 0 })
})
afterEach(() => demo.stop())

const call = (path: string, init?: RequestInit) => fetch(`${demo.origin}/openmrs/ws/${path}`, init)
const read = async (path: string) => (await call(path)).json()
const write = async (path: string, body: unknown) =>
  (await call(path, { method: 'POST', body: JSON.stringify(body) })).json()

test('signs in with the right password only, and keeps it in the cookie', async () => {
  const signIn = (secret: string) =>
    call('rest/v1/session', { headers: { authorization: `Basic ${btoa(`admin:${secret}`)}` } })
  expect(await (await signIn('wrong')).json()).toMatchObject({ authenticated: false })
  const right = await signIn('Admin123')
  expect(await right.json()).toMatchObject({ authenticated: true, user: { username: 'admin' } })
  const cookie = right.headers.get('set-cookie')?.split(';')[0] ?? ''
  const again = await call('rest/v1/session', { headers: { cookie } })
  expect(await again.json()).toMatchObject({ authenticated: true })
})

test('finds patients by any part of the name, and two of one family name', async () => {
  const { results } = await read('rest/v1/patient?q=testerty')
  expect(results).toHaveLength(2)
  expect((await read('rest/v1/patient?q=agnes%20test')).results[0].uuid).toBe(agnes.uuid)
  expect((await call('fhir2/R4/Patient/none')).status).toBe(404)
})

test('shows recorded vitals first, and forgets them on reset', async () => {
  const pulses = async () =>
    (await read(`fhir2/R4/Observation?subject:Patient=${agnes.uuid}&code=${ciel(5087)}`)).entry.map(
      (entry: { resource: { valueQuantity: { value: number } } }) =>
        entry.resource.valueQuantity.value,
    )
  const before = await pulses()
  const obs = [{ concept: ciel(5087), value: 63 }]
  await write('rest/v1/encounter', { patient: agnes.uuid, encounterType: 'vitals', obs })
  expect(await pulses()).toEqual([63, ...before])
  demo.reset()
  expect(await pulses()).toEqual(before)
})

test('a registered patient can be found and opened', async () => {
  const names = [{ givenName: 'Fiona', familyName: 'Quandrix' }]
  const person = { names, gender: 'F', birthdate: '1990-5-7', addresses: [], attributes: [] }
  const { uuid } = await write('rest/v1/patient', {
    person,
    identifiers: [{ identifier: '100ZZZ' }],
  })
  expect((await read('rest/v1/patient?q=quandrix')).totalCount).toBe(1)
  expect(await read(`fhir2/R4/Patient/${uuid}`)).toMatchObject({
    birthDate: '1990-05-07',
    gender: 'female',
    identifier: [{ value: '100ZZZ' }],
  })
})

test('an allergy goes in by one dialect and comes out by the other', async () => {
  const [allergen] = environmentAllergens
  await write(`rest/v1/patient/${agnes.uuid}/allergy`, {
    allergen: { allergenType: 'ENVIRONMENT', codedAllergen: { uuid: allergen?.uuid } },
    severity: { uuid: ciel(1499) },
    reactions: [{ reaction: { uuid: allergicReactions[6]?.uuid } }],
  })
  const { total, entry } = await read(`fhir2/R4/AllergyIntolerance?patient=${agnes.uuid}`)
  expect(total).toBe(1)
  expect(entry[0].resource).toMatchObject({
    code: { text: 'Bee stings' },
    reaction: [{ severity: 'moderate', manifestation: [{ text: 'Itching' }] }],
  })
})

test('a drug ordered in an encounter is an active order until it is stopped', async () => {
  const active = async () =>
    (await read(`rest/v1/order?patient=${agnes.uuid}&orderTypes=${drugOrderType.uuid}`)).results
  const details = { patient: agnes.uuid, type: 'drugorder', drug: drugs[2]?.uuid, dose: 1 }
  const codes = {
    doseUnits: tablet.uuid,
    route: oral.uuid,
    frequency: onceDaily.uuid,
    durationUnits: days.uuid,
  }
  const order = { ...details, ...codes, action: 'NEW', duration: 5 }
  await write('rest/v1/encounter', { patient: agnes.uuid, orders: [order] })
  const [placed] = await active()
  expect(placed).toMatchObject({
    drug: { display: 'Aspirin 81mg' },
    route: { display: 'Oral' },
    dateStopped: null,
  })
  expect(Date.parse(placed.autoExpireDate) - Date.parse(placed.dateActivated)).toBe(5 * 86_400_000)
  await write('rest/v1/order', { ...order, action: 'DISCONTINUE', previousOrder: placed.uuid })
  expect((await active())[0].dateStopped).not.toBeNull()
})

test('a condition can be recorded, changed and deleted', async () => {
  const coded = { code: { coding: [{ code: ciel(1), display: 'Headache' }] } }
  const subject = { reference: `Patient/${dorothea.uuid}` }
  const { id } = await write('fhir2/R4/Condition', { ...coded, subject })
  const status = { clinicalStatus: { coding: [{ code: 'inactive' }] } }
  const put = { method: 'PUT', body: JSON.stringify({ ...coded, ...status }) }
  expect((await call(`fhir2/R4/Condition/${id}`, put)).status).toBe(200)
  const list = `fhir2/R4/Condition?patient=${dorothea.uuid}`
  expect((await read(list)).entry[0].resource.clinicalStatus.coding[0].code).toBe('inactive')
  await call(`fhir2/R4/Condition/${id}`, { method: 'DELETE' })
  expect((await read(list)).total).toBe(0)
})

test('a visit can be started and ended', async () => {
  const active = async () =>
    (await read(`rest/v1/visit?patient=${dorothea.uuid}&includeInactive=false`)).results
  expect(await active()).toHaveLength(0)
  const { uuid } = await write('rest/v1/visit', { patient: dorothea.uuid })
  expect(await active()).toHaveLength(1)
  await write(`rest/v1/visit/${uuid}`, { stopDatetime: new Date().toISOString() })
  expect(await active()).toHaveLength(0)
})

test('an attached file is given back byte for byte', async () => {
  const form = new FormData()
  form.append('patient', john.uuid)
  form.append('fileCaption', 'scan')
  form.append('file', new Blob([new Uint8Array([1, 2, 250])], { type: 'image/png' }), 'a.png')
  const posted = await call('rest/v1/attachment', { method: 'POST', body: form })
  const { uuid } = await posted.json()
  expect((await read(`rest/v1/attachment?patient=${john.uuid}`)).totalCount).toBe(2)
  const bytes = await (await call(`rest/v1/attachment/${uuid}/bytes`)).arrayBuffer()
  expect([...new Uint8Array(bytes)]).toEqual([1, 2, 250])
})

test('two servers share nothing', async () => {
  const other = await createDemoEhr({ packagesDir: '/nowhere', port: 0 })
  await write('rest/v1/visit', { patient: dorothea.uuid })
  const path = `rest/v1/visit?patient=${dorothea.uuid}&includeInactive=false`
  const response = await fetch(`${other.origin}/openmrs/ws/${path}`)
  expect((await response.json()).results).toHaveLength(0)
  await other.stop()
})

test('an unknown endpoint answers empty and is marked in the log', async () => {
  expect(await read('rest/v1/no-such-thing?x=1')).toEqual({ results: [], links: [] })
  expect(demo.requests().at(-1)).toEqual({
    method: 'GET',
    path: 'rest/v1/no-such-thing',
    query: '?x=1',
    status: 200,
    known: false,
  })
})

test('fails one request on demand', async () => {
  demo.failNext('allergy', 503)
  expect((await call(`rest/v1/patient/${john.uuid}/allergy`)).status).toBe(503)
  expect((await call(`rest/v1/patient/${john.uuid}/allergy`)).status).toBe(200)
})

test('answers slower with a lag', async () => {
  const slow = await createDemoEhr({ packagesDir: '/nowhere', port: 0, lag: 60 })
  const start = performance.now()
  await fetch(`${slow.origin}/openmrs/ws/rest/v1/location`)
  expect(performance.now() - start).toBeGreaterThanOrEqual(55)
  await slow.stop()
})

test('without packages the pages say so', async () => {
  const page = await fetch(demo.url)
  expect(page.status).toBe(404)
  expect(await page.text()).toContain('not unpacked')
  expect(await (await fetch(`${demo.origin}/openmrs/spa/importmap.json`)).json()).toEqual({
    imports: {},
  })
})
