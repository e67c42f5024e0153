import type { TargetedEvent } from 'preact'
import { LAUNCHER_CORNERS, type Preferences, TEXT_SIZES } from '../vocabulary/preferences.ts'
import type { WordKey } from '../words/language.ts'
import type { GuideActions, Offer, SettingsView } from './guide.ts'
import { fromPerson, pressed } from './press.ts'
import type { Say } from './words.ts'

interface Props {
  settings: SettingsView
  actions: GuideActions
  say: Say
}

const SIZE_WORDS = {
  normal: 'sizeNormal',
  large: 'sizeLarge',
  larger: 'sizeLarger',
} as const satisfies Record<Preferences['textSize'], WordKey>
const CORNER_WORDS = {
  auto: 'cornerAuto',
  'bottom-left': 'cornerBottomLeft',
  'bottom-right': 'cornerBottomRight',
  'top-left': 'cornerTopLeft',
  'top-right': 'cornerTopRight',
} as const satisfies Record<Preferences['corner'], WordKey>

/** It stands last in the panel: opened, all of it would lie below what is to be seen. */
function scrollToAll({ currentTarget }: { currentTarget: HTMLDetailsElement }): void {
  if (currentTarget.open) currentTarget.scrollIntoView({ block: 'nearest' })
}

/** In the help panel: what a person may change for themselves, folded away. */
export function SettingsPart({ settings, actions, say }: Props) {
  const { textSize, corner, hidden, shortened } = settings
  return (
    <details class="new settings" data-testid="settings" onToggle={scrollToAll}>
      <summary>{say('settings')}</summary>
      <Choice
        label={say('textSize')}
        testId="text-size"
        value={textSize}
        choices={TEXT_SIZES.map((one) => [one, say(SIZE_WORDS[one])])}
        onChoose={(chosen) => actions.prefer({ textSize: chosen, corner })}
      />
      <Choice
        label={say('corner')}
        testId="corner"
        value={corner}
        choices={LAUNCHER_CORNERS.map((one) => [one, say(CORNER_WORDS[one])])}
        onChoose={(chosen) => actions.prefer({ textSize, corner: chosen })}
      />
      <TakeBack
        offers={hidden}
        title={say('hiddenByYou')}
        testId="unhide"
        label={(title) => say('showWalkthrough', { title })}
        onPress={({ pack, id }) => actions.hideWalkthrough(pack, id, false)}
      />
      <TakeBack
        offers={shortened}
        title={say('shortenedByYou')}
        testId="all-steps"
        label={(title) => say('showAllSteps', { title })}
        onPress={({ pack, id }) => actions.showAllSteps(pack, id)}
      />
    </details>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  testId: string
  value: Value
  choices: readonly (readonly [Value, string])[]
  onChoose: (value: Value) => void
}

function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, testId, value, choices, onChoose } = props
  return (
    <label class="setting">
      <span>{label}</span>
      <select
        value={value}
        data-testid={testId}
        onChange={fromPerson((event: TargetedEvent<HTMLSelectElement>) => {
          const chosen = choices.find(([one]) => one === event.currentTarget.value)
          if (chosen) onChoose(chosen[0])
        })}
      >
        {choices.map(([one, words]) => (
          <option key={one} value={one} selected={one === value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

interface TakeBackProps {
  offers: readonly Offer[]
  title: string
  testId: string
  label: (title: string) => string
  onPress: (offer: Offer) => void
}

function TakeBack({ offers, title, testId, label, onPress }: TakeBackProps) {
  if (offers.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      {offers.map((offer) => (
        <button
          key={`${offer.pack}/${offer.id}`}
          type="button"
          class="quiet wide"
          data-testid={`${testId}-${offer.id}`}
          onClick={pressed(() => onPress(offer))}
        >
          {label(offer.title)}
        </button>
      ))}
    </>
  )
}
