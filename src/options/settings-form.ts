import { batch, computed, signal } from '@preact/signals'
import type { SettingsView } from '../messaging/protocol.ts'
import type { AskWorker } from '../page-kit/ask-worker.ts'
import { messageOf } from '../page-kit/message-of.ts'
import { POLICY_KEYS, type PolicyKey, parsePolicy } from '../vocabulary/policy.ts'
import { type FieldFault, fieldFault, fieldText, fieldValue } from './field-text.ts'

/** What came of a save. `refused` counts the settings that stay as the person typed them. */
export type SaveOutcome =
  | { kind: 'saved' }
  | { kind: 'partly' | 'refused'; refused: number }
  | { kind: 'nothing' }
  | { kind: 'failed'; message: string }

type Edits = Partial<Record<PolicyKey, string>>

/**
 * The settings as they are and as the person is changing them. An edit lives until it is saved or
 * discarded: a refused one keeps its text and gets a fault, and the good ones are saved.
 */
export function createSettingsForm(ask: AskWorker) {
  const view = signal<SettingsView>()
  const edits = signal<Edits>({})
  const faults = signal<Partial<Record<PolicyKey, FieldFault>>>({})
  const outcome = signal<SaveOutcome>()
  const isSaving = signal(false)
  const failure = signal<string>()

  const isManaged = (key: PolicyKey) => view.value?.managed.includes(key) === true
  const savedText = (key: PolicyKey) => fieldText(view.value?.effective[key])
  const dirty = computed(() =>
    POLICY_KEYS.filter((key) => {
      const text = edits.value[key]
      return text !== undefined && text !== savedText(key) && !isManaged(key)
    }),
  )
  const setFault = (key: PolicyKey, fault: FieldFault | undefined) => {
    const { [key]: _, ...others } = faults.value
    faults.value = fault === undefined ? others : { ...others, [key]: fault }
  }

  const load = async () => {
    try {
      view.value = await ask('settings', undefined)
      failure.value = undefined
    } catch (error) {
      failure.value = messageOf(error)
    }
  }

  const send = async (keys: readonly PolicyKey[], sent: Edits): Promise<SaveOutcome> => {
    const raw = Object.fromEntries(keys.map((key) => [key, fieldValue(key, sent[key] ?? '')]))
    const { policy } = parsePolicy(raw)
    const bad = new Map<PolicyKey, FieldFault | undefined>(
      keys.map((key) => [key, fieldFault(key, sent[key] ?? '')] as const).filter(([, f]) => f),
    )
    const good = keys.filter((key) => !bad.has(key))
    let answer: SettingsView | undefined
    if (good.length > 0) {
      // The popup or another tab may have saved since this page was opened.
      const own = { ...(await ask('settings', undefined)).own }
      for (const key of good) delete own[key]
      answer = await ask('save-settings', { ...own, ...policy })
    }
    for (const { key, message } of answer?.warnings ?? []) {
      const refused = good.find((name) => name === key && !answer?.managed.includes(name))
      if (refused !== undefined) bad.set(refused, { message })
    }
    batch(() => {
      if (answer !== undefined) view.value = answer
      for (const key of keys) {
        setFault(key, bad.get(key))
        // What was typed while the save was under way is an edit of its own.
        if (bad.has(key) || edits.value[key] !== sent[key]) continue
        const { [key]: _, ...others } = edits.value
        edits.value = others
      }
    })
    if (bad.size === 0) return { kind: 'saved' }
    return { kind: bad.size < keys.length ? 'partly' : 'refused', refused: bad.size }
  }

  return {
    view,
    faults,
    outcome,
    isSaving,
    failure,
    dirty,
    isManaged,
    load,
    /** The text that a field shows. */
    text: (key: PolicyKey) =>
      isManaged(key) ? savedText(key) : (edits.value[key] ?? savedText(key)),
    edit(key: PolicyKey, text: string) {
      if (isManaged(key)) return
      edits.value = { ...edits.value, [key]: text }
      outcome.value = undefined
      // A fault that is mended goes at once; a new one is told only when the field is left.
      if (faults.value[key] !== undefined) setFault(key, fieldFault(key, text))
    },
    /** Checks a field that the person leaves. */
    leave(key: PolicyKey) {
      const text = edits.value[key]
      if (text !== undefined && !isManaged(key)) setFault(key, fieldFault(key, text))
    },
    discard() {
      batch(() => {
        edits.value = {}
        faults.value = {}
        outcome.value = undefined
      })
    },
    /** Saves what fits. `refusedElsewhere` counts refused input that is no setting yet. */
    async save(refusedElsewhere = 0) {
      if (isSaving.value) return
      const sent = edits.value
      const keys = dirty.value
      isSaving.value = true
      try {
        const made = keys.length === 0 ? { kind: 'nothing' as const } : await send(keys, sent)
        outcome.value = withRefused(made, refusedElsewhere)
      } catch (error) {
        outcome.value = { kind: 'failed', message: messageOf(error) }
      } finally {
        isSaving.value = false
      }
    },
  }
}

function withRefused(outcome: SaveOutcome, more: number): SaveOutcome {
  if (more === 0 || outcome.kind === 'failed') return outcome
  if (outcome.kind === 'saved') return { kind: 'partly', refused: more }
  if (outcome.kind === 'nothing') return { kind: 'refused', refused: more }
  return { ...outcome, refused: outcome.refused + more }
}

export type SettingsForm = ReturnType<typeof createSettingsForm>
