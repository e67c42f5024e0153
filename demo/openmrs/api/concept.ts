import {
  type Concept,
  diagnoses,
  getConcept,
  sets,
  vaccines,
  vitals,
} from '../reference/concepts.ts'
import { listOf, ok } from './reply.ts'
import { get, type Route } from './route.ts'

const numeric = {
  uuid: '8d4a4488-c2cc-11de-8d13-0010c6dffd0f',
  display: 'Numeric',
  name: 'Numeric',
}
const misc = { uuid: '8d492774-c2cc-11de-8d13-0010c6dffd0f', display: 'Misc', name: 'Misc' }

/** A concept as the web services give it. */
export function restConcept(concept: Concept, depth = 1): Record<string, unknown> {
  const { display } = concept
  const members = depth > 0 ? (sets[concept.uuid] ?? []) : []
  return {
    hiAbsolute: null,
    lowAbsolute: null,
    hiNormal: null,
    lowNormal: null,
    hiCritical: null,
    lowCritical: null,
    units: null,
    ...concept,
    name: { uuid: `name-${concept.uuid}`, display, name: display },
    names: [{ uuid: `name-${concept.uuid}`, display, name: display }],
    datatype: numeric,
    conceptClass: misc,
    conceptMappings: [],
    mappings: [],
    set: members.length > 0,
    answers: members.map((member) => restConcept(member, depth - 1)),
    setMembers: members.map((member) => restConcept(member, depth - 1)),
  }
}

// Only this set is looked up by a mapping rather than by an id.
const immunizationSet = 'CIEL:984'

/** The concept dictionary. */
export const conceptRoutes: readonly Route[] = [
  get('rest/v1/concept', (r) => {
    const references = r.query.get('references')
    if (references === immunizationSet) {
      const answers = vaccines.map((vaccine) => restConcept(vaccine))
      return listOf(r, [
        { uuid: immunizationSet, display: 'Immunizations', answers, setMembers: answers },
      ])
    }
    if (references)
      return listOf(
        r,
        references.split(',').map((uuid) => restConcept(getConcept(uuid))),
      )
    const wanted = (r.query.get('q') ?? r.query.get('name') ?? '').toLowerCase()
    if (wanted.startsWith('vitals')) return listOf(r, [{ uuid: 'vitals', setMembers: vitals }])
    const found = diagnoses.filter(({ display }) => display.toLowerCase().includes(wanted))
    return listOf(
      r,
      found.map((concept) => restConcept(concept)),
    )
  }),
  get('rest/v1/concept/:uuid', ({ params }) => ok(restConcept(getConcept(params.uuid ?? '')))),
  get('rest/v1/conceptreferences', ({ query }) => {
    const wanted = (query.get('references') ?? '').split(',').filter(Boolean)
    return ok(Object.fromEntries(wanted.map((uuid) => [uuid, restConcept(getConcept(uuid))])))
  }),
  get('rest/v1/conceptreferencerange', (r) => {
    const wanted = (r.query.get('concept') ?? '').split(',').filter(Boolean)
    return listOf(
      r,
      wanted.map((uuid) => ({ ...restConcept(getConcept(uuid)), concept: uuid })),
    )
  }),
]
