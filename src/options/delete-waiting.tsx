import { useEffect, useRef, useState } from 'preact/hooks'
import type { OptionsModel } from './options-model.ts'

/** Deletes what has not been sent yet, after a second question. */
export function DeleteWaiting({ model }: { model: OptionsModel }) {
  const [isAsking, setAsking] = useState(false)
  const first = useRef<HTMLButtonElement>(null)
  const keep = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(false)
  useEffect(() => {
    if (isAsking) keep.current?.focus()
    else if (wasAsking.current) first.current?.focus()
    wasAsking.current = isAsking
  }, [isAsking])
  const { records } = model
  const say = model.say.value
  const delivery = records.delivery.value
  const waiting = delivery?.waiting ?? 0
  const { deleted, failure } = records
  return (
    <>
      {waiting > 0 && (
        <p data-testid="waiting-state">{say('deliveryWaiting', { count: waiting })}</p>
      )}
      {delivery && waiting === 0 && <p class="empty">{say('deleteNone')}</p>}
      {isAsking ? (
        <fieldset
          class="ask"
          onKeyDown={(event) => {
            if (event.key === 'Escape') setAsking(false)
          }}
        >
          <legend>{say('deleteSure', { count: waiting })}</legend>
          <button
            type="button"
            class="danger"
            data-testid="delete-confirm"
            onClick={async () => {
              await records.deleteWaiting()
              setAsking(false)
            }}
          >
            {say('deleteYes')}
          </button>
          <button
            ref={keep}
            type="button"
            data-testid="delete-keep"
            onClick={() => setAsking(false)}
          >
            {say('deleteNo')}
          </button>
        </fieldset>
      ) : (
        <button
          ref={first}
          type="button"
          aria-disabled={waiting === 0}
          data-testid="delete-waiting"
          onClick={() => setAsking(waiting > 0)}
        >
          {say('deleteWaiting')}
        </button>
      )}
      <p class="said" role="status" data-testid="deleted">
        {failure.value !== undefined
          ? say('failed', { message: failure.value })
          : deleted.value === undefined
            ? ''
            : say('deleted', { count: deleted.value })}
      </p>
    </>
  )
}
