import type { ServerResponse } from 'node:http'

/** A made-up archive: three studies, the first with three series of two small images each. */
interface Study {
  uid: string
  patient: string
  mrn: string
  date: string
  description: string
  accession: string
  series: readonly { uid: string; modality: string; description: string; number: number }[]
}

const ROOT = '1.2.826.0.1.3680043.8.498.77'
const series = (study: number) =>
  ['Localizer', 'Chest axial', 'Chest coronal'].map((description, index) => ({
    uid: `${ROOT}.${study}.${index + 1}`,
    modality: 'CT',
    description,
    number: index + 1,
  }))

export const studies: readonly Study[] = [
  ['Quillington^Ada', 'QX-77120', '20261020', 'CT chest'],
  ['Thimbleby^Noor', 'QX-77121', '20261021', 'CT chest follow-up'],
  ['Underhay^Ines', 'QX-77122', '20261022', 'CT abdomen'],
].map(([patient = '', mrn = '', date = '', description = ''], index) => ({
  uid: `${ROOT}.${index + 1}`,
  patient,
  mrn,
  date,
  description,
  accession: `ACC77${index + 1}`,
  series: series(index + 1),
}))

const SIDE = 64
const IMAGES = 2

type Json = Record<string, { vr: string; Value?: unknown[] }>

const element = (vr: string, ...values: unknown[]) => ({ vr, Value: values })
const person = (name: string) => element('PN', { Alphabetic: name })

function ofStudy(study: Study): Json {
  return {
    '00080005': element('CS', 'ISO_IR 100'),
    '00080020': element('DA', study.date),
    '00080030': element('TM', '101500'),
    '00080050': element('SH', study.accession),
    '00080061': element('CS', 'CT'),
    '00081030': element('LO', study.description),
    '00100010': person(study.patient),
    '00100020': element('LO', study.mrn),
    '00100030': element('DA', '19700101'),
    '00100040': element('CS', 'O'),
    '0020000D': element('UI', study.uid),
    '00200010': element('SH', '1'),
    '00201206': element('IS', study.series.length),
    '00201208': element('IS', study.series.length * IMAGES),
  }
}

function ofSeries(study: Study, each: Study['series'][number]): Json {
  return {
    ...ofStudy(study),
    '00080060': element('CS', each.modality),
    '0008103E': element('LO', each.description),
    '0020000E': element('UI', each.uid),
    '00200011': element('IS', each.number),
    '00201209': element('IS', IMAGES),
  }
}

function ofImage(study: Study, each: Study['series'][number], number: number): Json {
  return {
    ...ofSeries(study, each),
    '00020010': element('UI', '1.2.840.10008.1.2.1'),
    '00080016': element('UI', '1.2.840.10008.5.1.4.1.1.2'),
    '00080018': element('UI', `${each.uid}.${number}`),
    '00200013': element('IS', number),
    '00200032': element('DS', 0, 0, number * 5),
    '00200037': element('DS', 1, 0, 0, 0, 1, 0),
    '00200052': element('UI', `${study.uid}.9`),
    '00280002': element('US', 1),
    '00280004': element('CS', 'MONOCHROME2'),
    '00280010': element('US', SIDE),
    '00280011': element('US', SIDE),
    '00280030': element('DS', 1, 1),
    '00280100': element('US', 16),
    '00280101': element('US', 16),
    '00280102': element('US', 15),
    '00280103': element('US', 0),
    '00281050': element('DS', 2000),
    '00281051': element('DS', 4000),
    '00281052': element('DS', 0),
    '00281053': element('DS', 1),
  }
}

function pixels(): Buffer {
  const frame = Buffer.alloc(SIDE * SIDE * 2)
  for (let at = 0; at < SIDE * SIDE; at++) frame.writeUInt16LE(((at % SIDE) * SIDE) % 4000, at * 2)
  return frame
}

function sendFrame(response: ServerResponse) {
  const boundary = 'bench'
  const head = `--${boundary}\r\nContent-Type: application/octet-stream; transfer-syntax=1.2.840.10008.1.2.1\r\n\r\n`
  response.writeHead(200, {
    'content-type': `multipart/related; type="application/octet-stream"; boundary=${boundary}`,
  })
  response.end(Buffer.concat([Buffer.from(head), pixels(), Buffer.from(`\r\n--${boundary}--`)]))
}

/** Answers QIDO-RS and WADO-RS below a path; says whether the request was one. */
export function answerDicomweb(path: string, query: URLSearchParams, response: ServerResponse) {
  const json = (body: unknown) => {
    response.writeHead(200, { 'content-type': 'application/dicom+json' }).end(JSON.stringify(body))
    return true
  }
  const [, studyUid, , seriesUid] =
    /^\/studies(?:\/([\d.]+))?(\/series(?:\/([\d.]+))?)?/.exec(path) ?? []
  if (!path.startsWith('/studies')) return false
  if (/\/frames\//.test(path)) {
    sendFrame(response)
    return true
  }
  const wanted = studyUid ?? query.get('StudyInstanceUID') ?? query.get('0020000D')
  const found = studies.filter(({ uid }) => !wanted || wanted.split(/[,\\]/).includes(uid))
  const all = found.flatMap((study) =>
    study.series
      .filter(({ uid }) => !seriesUid || uid === seriesUid)
      .map((each) => ({ study, each })),
  )
  if (/\/(metadata|instances)/.test(path))
    return json(
      all.flatMap(({ study, each }) =>
        Array.from({ length: IMAGES }, (_, index) => ofImage(study, each, index + 1)),
      ),
    )
  if (path.includes('/series')) return json(all.map(({ study, each }) => ofSeries(study, each)))
  if (/\/(thumbnail|rendered)/.test(path)) {
    response.writeHead(404).end()
    return true
  }
  return json(Number(query.get('offset') ?? 0) > 0 ? [] : found.map(ofStudy))
}
