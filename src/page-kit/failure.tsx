import type { Say } from './say.ts'
import type { SharedKey } from './words.ts'

interface Props {
  say: Say<SharedKey>
  /** What the worker or the browser said. */
  message: string
  onRetry: () => void
}

/** Where the worker did not do as asked: what to do, and its own words. */
export function Failure({ say, message, onRetry }: Props) {
  return (
    <div class="banner problem" role="alert" data-testid="failure">
      <p>{say('noAnswer')}</p>
      <p class="detail">{message}</p>
      <button type="button" onClick={onRetry} data-testid="retry">
        {say('tryAgain')}
      </button>
    </div>
  )
}
