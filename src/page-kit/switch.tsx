interface Props {
  id: string
  label: string
  isOn: boolean
  isLocked?: boolean
  describedBy?: string
  testId: string
  onChange: (isOn: boolean) => void
}

/** A switch: a checkbox to the browser, so that keyboard and screen readers know it. */
export function Switch({ id, label, isOn, isLocked, describedBy, testId, onChange }: Props) {
  return (
    <label class="switch" for={id}>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        disabled={isLocked}
        aria-describedby={describedBy}
        data-testid={testId}
        onChange={(event) => {
          const wanted = event.currentTarget.checked
          // Shows what is in force until the answer is there: the box alone decides nothing.
          event.currentTarget.checked = isOn
          onChange(wanted)
        }}
      />
      <span>{label}</span>
    </label>
  )
}
