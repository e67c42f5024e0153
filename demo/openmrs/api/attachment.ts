import { object, text, uuidOf } from '../store/fields.ts'
import type { Attachment } from '../store/types.ts'
import { created, listOf, noContent, notFound } from './reply.ts'
import { del, get, post, type Route } from './route.ts'

const restAttachment = ({ uuid, caption, type, at }: Attachment) => ({
  uuid,
  dateTime: at,
  comment: caption,
  filename: caption,
  bytesMimeType: type,
  bytesContentFamily: type.startsWith('image/')
    ? 'IMAGE'
    : type === 'application/pdf'
      ? 'PDF'
      : 'OTHER',
})

/** Attachments; the server has turned the form's file into base64 text. */
export const attachmentRoutes: readonly Route[] = [
  get('rest/v1/attachment', (r) => {
    const patient = r.query.get('patient')
    return listOf(
      r,
      r.store.state.attachments.filter((a) => a.patient === patient).map(restAttachment),
    )
  }),
  post('rest/v1/attachment', ({ body, store }) => {
    const file = object(body, 'file')
    const content = text(file, 'base64') || text(body, 'base64Content').replace(/^data:.*?,/, '')
    const attachment = {
      uuid: store.newId(),
      patient: uuidOf(body, 'patient'),
      caption: text(body, 'fileCaption') || text(file, 'name'),
      type: text(file, 'type') || 'image/png',
      bytes: Buffer.from(content, 'base64'),
      at: store.time(),
    }
    store.state.attachments.push(attachment)
    return created(restAttachment(attachment))
  }),
  get('rest/v1/attachment/:uuid/bytes', ({ params, store }) => {
    const found = store.state.attachments.find(({ uuid }) => uuid === params.uuid)
    return found ? { status: 200, body: found.bytes, type: found.type } : notFound()
  }),
  del('rest/v1/attachment/:uuid', ({ params, store: { state } }) => {
    state.attachments = state.attachments.filter(({ uuid }) => uuid !== params.uuid)
    return noContent()
  }),
]
