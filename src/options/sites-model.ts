import { batch, signal } from '@preact/signals'
import type { Access } from '../page-kit/access.ts'
import type { AskWorker } from '../page-kit/ask-worker.ts'
import { messageOf } from '../page-kit/message-of.ts'
import { permissionOrigin } from '../vocabulary/site.ts'
import { type FieldFault, fieldFault, fieldText } from './field-text.ts'
import type { SettingsForm } from './settings-form.ts'
import { sitePattern } from './site-pattern.ts'

/** What is to be said of a site, as a key of the words. */
export interface SiteNotice {
  key:
    | 'siteAdded'
    | 'siteAddedNotAllowed'
    | 'siteRemoved'
    | 'siteAskFailed'
    | 'siteAllowed'
    | 'siteNotAllowed'
  site: string
  message?: string
}

/** The list of sites: adding, removing, and what the browser allows of it. */
export function createSites(form: SettingsForm, access: Access, ask: AskWorker) {
  const typed = signal('')
  const fault = signal<FieldFault | 'twice'>()
  const allowed = signal<ReadonlySet<string>>(new Set())
  const notice = signal<SiteNotice>()

  const patterns = () => form.text('sites').split('\n').filter(Boolean)

  const refresh = async () => {
    const checks = await Promise.all(
      patterns().map(
        async (site) => [site, await access.hasSites([permissionOrigin(site)])] as const,
      ),
    )
    allowed.value = new Set(checks.filter(([, isAllowed]) => isAllowed).map(([site]) => site))
  }

  const check = (site: string) => {
    if (patterns().includes(site)) return 'twice'
    const found = fieldFault('sites', site)
    // There is but one line here: its number says nothing.
    return found && { message: found.message }
  }

  /** Puts what is typed on the list, where it fits; otherwise it stays, with a fault. */
  const take = (): string | undefined => {
    const site = sitePattern(typed.value)
    if (site === '') return undefined
    fault.value = check(site)
    if (fault.value !== undefined) return undefined
    batch(() => {
      form.edit('sites', fieldText([...patterns(), site]))
      typed.value = ''
    })
    return site
  }

  const settle = async (site: string, question: Promise<boolean>, isNew: boolean) => {
    try {
      const isAllowed = await question
      if (isAllowed) await ask('access-changed', undefined)
      const key = isAllowed ? 'siteAllowed' : 'siteNotAllowed'
      const newKey = isAllowed ? 'siteAdded' : 'siteAddedNotAllowed'
      notice.value = { key: isNew ? newKey : key, site }
    } catch (error) {
      notice.value = { key: 'siteAskFailed', site, message: messageOf(error) }
    }
    await refresh()
  }

  return {
    typed,
    fault,
    allowed,
    notice,
    patterns,
    refresh,
    take,
    type(text: string) {
      typed.value = text
      if (fault.value !== undefined)
        fault.value = text === '' ? undefined : check(sitePattern(text))
    },
    leave() {
      const site = sitePattern(typed.value)
      fault.value = site === '' ? undefined : check(site)
    },
    /** Straight from the press: the browser wants the person's gesture. */
    async add() {
      const site = take()
      if (site !== undefined) await settle(site, access.askForSites([permissionOrigin(site)]), true)
    },
    /** Straight from the press, like `add`. */
    allow: (site: string) => settle(site, access.askForSites([permissionOrigin(site)]), false),
    remove(site: string) {
      form.edit('sites', fieldText(patterns().filter((other) => other !== site)))
      notice.value = { key: 'siteRemoved', site }
    },
  }
}

export type SitesModel = ReturnType<typeof createSites>
