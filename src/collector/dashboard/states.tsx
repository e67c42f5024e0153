interface Failure {
  message: string
  retry: () => unknown
}

/** Before the first answer. */
export function LoadingState() {
  return (
    <p class="state" role="status" data-testid="loading">
      Loading…
    </p>
  )
}

/** Without a session there is nothing to see. */
export function NoSessionState({ message }: { message: string }) {
  return (
    <section class="state card" data-testid="no-session">
      <h2>This dashboard opens with a link</h2>
      <p>{message}</p>
      <p>
        Each link works once. This prints a new one on the collector’s machine (give it the same
        --data and --port as the collector):
      </p>
      <pre>
        <code>node src/collector/server.ts --link</code>
      </pre>
    </section>
  )
}

/** No figures at all, and why. */
export function FailedState({ message, retry }: Failure) {
  return (
    <section class="state card" role="alert" data-testid="failed">
      <h2>The figures can’t be loaded</h2>
      <p>{message}</p>
      <button type="button" onClick={() => void retry()} data-testid="retry">
        Try again
      </button>
    </section>
  )
}

/** Earlier figures are shown, since newer ones could not be had. */
export function StaleNotice({ message, retry }: Failure) {
  return (
    <div class="notice" role="alert" data-testid="stale">
      <p>These figures are not the newest. {message}</p>
      <button type="button" onClick={() => void retry()} data-testid="retry">
        Try again
      </button>
    </div>
  )
}

/** Nothing was counted yet: what will appear here, and when. */
export function EmptyState() {
  return (
    <section class="state card" data-testid="empty">
      <h2>Nothing has been counted in these days</h2>
      <p>
        Figures appear a few minutes after somebody uses an app with Handrail switched on. This page
        looks for them every 15 seconds. It will show:
      </p>
      <ul>
        <li>
          <strong>Where it hurts:</strong> screens by friction per 100 visits
        </li>
        <li>
          <strong>Walkthroughs:</strong> how many were started, and how many were completed
        </li>
        <li>
          <strong>Friction reports:</strong> what people say is hard, screen by screen
        </li>
        <li>
          <strong>Pack health:</strong> walkthrough targets that are no longer on their screen
        </li>
      </ul>
      <p>
        Still empty? Check in the extension’s options that telemetry is on, and that the collector’s
        address and token are right.
      </p>
    </section>
  )
}
