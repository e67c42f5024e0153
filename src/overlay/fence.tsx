import type { ComponentChildren } from 'preact'
import { useErrorBoundary } from 'preact/hooks'

interface Props {
  onFault: (error: unknown) => void
  children: ComponentChildren
}

/** What draws itself anew, or does something after it, is called by nobody who would catch its fault. */
export function Fence({ onFault, children }: Props) {
  const [fault] = useErrorBoundary((error: unknown) => onFault(error))
  return fault === undefined ? children : null
}
