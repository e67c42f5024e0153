import type { Notices } from './protocol.ts'

export type NoticeName = keyof Notices

/** A notice as it travels to frames and extension pages. */
export function noticeOf(name: NoticeName): { notice: NoticeName } {
  return { notice: name }
}

/** Whether a message is the notice of that name. */
export function isNotice(message: unknown, name: NoticeName): boolean {
  return (
    typeof message === 'object' &&
    message !== null &&
    'notice' in message &&
    message.notice === name
  )
}
