import {
  addressFields,
  identifierType,
  phoneAttribute,
  relationshipTypes,
} from '../reference/places.ts'
import { created, listOf, ok } from './reply.ts'
import { get, post, type Route } from './route.ts'

const generator = {
  uuid: '691eed12-c0f1-11e2-94be-8c13b969e334',
  name: 'Generator for OpenMRS ID',
  identifierType,
}
const typeDetails = {
  ...identifierType,
  fieldName: 'openMrsId',
  format: null,
  formatDescription: null,
  isPrimary: true,
  required: true,
  uniquenessBehavior: 'UNIQUE',
  retired: false,
}
const automatic = { manualEntryEnabled: false, automaticGenerationEnabled: true }

const addressXml = [
  '<org.openmrs.layout.address.AddressTemplate><nameMappings class="properties">',
  ...addressFields.map(([name, label]) => `<property name="${name}" value="${label}"/>`),
  '</nameMappings></org.openmrs.layout.address.AddressTemplate>',
].join('')

const settings: Record<string, string> = {
  'visits.enabled': 'true',
  'drugOrder.requireOutpatientQuantity': 'true',
  'layout.address.format': addressXml,
  'attachments.allowedFileExtensions': 'png,jpg,jpeg,pdf',
}
const setting = (property: string) => ({
  uuid: `setting-${property}`,
  property,
  value: settings[property] ?? '',
})

/** What the registration form needs to know: identifiers, addresses, relationships, settings. */
export const registrationRoutes: readonly Route[] = [
  get('rest/v1/patientidentifiertype', (r) => listOf(r, [typeDetails])),
  get('rest/v1/patientidentifiertype/:uuid', () => ok(typeDetails)),
  get('rest/v1/metadatamapping/*', (r) => listOf(r, [{ metadataUuid: identifierType.uuid }])),
  get('rest/v1/idgen/identifiersource', (r) =>
    listOf(r, [{ ...generator, autoGenerationOption: automatic }]),
  ),
  get('rest/v1/idgen/autogenerationoption', (r) =>
    listOf(r, [
      { uuid: 'automatic', identifierType, location: null, source: generator, ...automatic },
    ]),
  ),
  post('rest/v1/idgen/identifiersource/:uuid/identifier', ({ store }) =>
    created({ identifier: `100N${store.nextNumber()}` }),
  ),
  get('rest/v1/addresstemplate', () =>
    ok({
      uuid: 'address-template',
      lines: addressFields.map(([codeName, displayText]) => [
        { isToken: 'IS_ADDR_TOKEN', displayText, codeName, displaySize: '40' },
      ]),
      lineByLineFormat: addressFields.map(([codeName]) => codeName),
      ...{ nameMappings: {}, sizeMappings: {}, elementDefaults: { country: 'Uganda' } },
      ...{ elementRegex: {}, elementRegexFormats: {}, requiredElements: [] },
    }),
  ),
  get('rest/v1/personattributetype/:uuid', ({ params }) =>
    ok({ ...phoneAttribute, uuid: params.uuid, format: 'java.lang.String' }),
  ),
  get('rest/v1/relationshiptype', (r) => listOf(r, relationshipTypes)),
  get('rest/v1/systemsetting', (r) => {
    const wanted = r.query.get('q') ?? ''
    const found = Object.keys(settings).filter((key) => wanted && key.startsWith(wanted))
    return listOf(r, found.map(setting))
  }),
  get('rest/v1/systemsetting/:property', ({ params }) => ok(setting(params.property ?? ''))),
]
