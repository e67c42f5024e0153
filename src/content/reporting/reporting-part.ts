import { bodyOf, htmlOf } from '../../anchors/dom.ts'
import { anyShadowOf } from '../../browser/any-shadow.ts'
import type { Pointed } from '../../overlay/guide.ts'
import { createReporting } from '../../overlay/reporting/create-reporting.tsx'
import type {
  Brought,
  CheckedComment,
  Report,
  Reporting,
  ReportingOwner,
} from '../../overlay/reporting/reporting.ts'
import { checkComment } from '../../privacy/comment/check-comment.ts'
import { publicTextsOf } from '../../privacy/comment/public-texts.ts'
import { COMMENT_LENGTH_MAX } from '../../vocabulary/lengths.ts'
import type { PageNote } from '../../vocabulary/note.ts'
import type { Pack } from '../../vocabulary/pack.ts'
import type { Signal } from '../../vocabulary/signal.ts'
import { flagFile } from './flag-file.ts'
import { readPageText } from './page-text.ts'
import { partsOfPage } from './parts.ts'
import { saveFile } from './save-file.ts'
import { sketchPage } from './sketch.ts'

/** What the guidance lends to the part that reports. */
export interface ReportingGround {
  packs: readonly Pack[]
  locale: string
  allowed: { comments: boolean; wireframes: boolean; flags: boolean }
  /** The screen that is shown now. */
  here: () => { app: string; screen: string } | undefined
  emit: (signal: Omit<Signal, 'uid'>) => void
  /** Whether the worker has it on disk. */
  sendNote: (note: PageNote) => Promise<boolean>
  nameElement: (element: Element) => Pointed
  /** ISO day. */
  today: () => string
  uuid: () => string
}

export type CreateReportingPart = (owner: ReportingOwner, ground: ReportingGround) => Reporting

/** What stands in where the page makes the reading of it fail. */
function orElse<Value>(otherwise: Value, read: () => Value): Value {
  try {
    return read()
  } catch {
    return otherwise
  }
}

/** The report form and flag mode, with all that reads the page for them: each time when it is asked for, and no sooner. */
export const createReportingPart: CreateReportingPart = (owner, ground) => {
  const { document, host } = owner
  const sight = { own: host, shadowOf: anyShadowOf }
  const publicTexts = publicTextsOf(ground.packs)
  const contentOf = (element: Element, pseudo: string) => getComputedStyle(element, pseudo).content
  const body = () => bodyOf(document) ?? htmlOf(document) ?? host
  /** By screens: what is said of one may be sent from the next. */
  const apps = new Map<string, string>()

  function appOf(screen: string | undefined): string | undefined {
    const here = ground.here()
    if (here) apps.set(here.screen, here.app)
    return screen === undefined ? undefined : apps.get(screen)
  }
  /** What a report says, beside its kind. */
  function aboutOf({ reason, pointed, severity, often, screen }: Report) {
    const app = appOf(screen)
    if (app === undefined || screen === undefined) return undefined
    const { label: _, ...element } = pointed ?? { label: '' }
    return {
      app,
      screen,
      ...element,
      outcome: reason,
      ...(severity === undefined ? {} : { severity }),
      ...(often === undefined ? {} : { often }),
    }
  }

  return createReporting(owner, {
    allowed: ground.allowed,
    commentMax: COMMENT_LENGTH_MAX,
    report(report) {
      const about = aboutOf(report)
      if (about) ground.emit({ kind: 'report', ...about })
    },
    async bring(report: Report, brought: Brought) {
      const about = aboutOf(report)
      return about !== undefined && ground.sendNote({ uid: ground.uuid(), ...about, ...brought })
    },
    checkComment: (comment) =>
      comment.trim() === ''
        ? { state: 'empty' }
        : orElse<CheckedComment>({ state: 'unreadable' }, () =>
            checkComment(comment, {
              page: readPageText(document, { ...sight, contentOf }),
              publicTexts,
              language: ground.locale,
            }),
          ),
    drawScreen: () => orElse([], () => sketchPage(body(), sight)),
    parts: () => orElse([], () => partsOfPage(body(), sight)),
    nameElement(element) {
      appOf(undefined)
      return ground.nameElement(element)
    },
    save(flags, form) {
      const about = { appOf: (screen: string) => appOf(screen) ?? '', day: ground.today() }
      saveFile(host, flagFile(flags, form, about), form)
    },
  })
}
