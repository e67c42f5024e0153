import type { ComponentChildren } from 'preact'
import type { ChecklistView, GuideActions } from './guide.ts'
import { pressed } from './press.ts'
import type { Say } from './words.ts'

interface Props {
  checklists: ChecklistView[]
  actions: GuideActions
  say: Say
  onStart: (pack: string, walkthrough: string) => void
}

/** In the help panel: each checklist with what is done, or a line that brings it back. */
export function Checklists({ checklists, actions, say, onStart }: Props) {
  return (
    <>
      {checklists.map((list) =>
        list.isHidden ? (
          <button
            key={`${list.pack}/${list.id}`}
            type="button"
            class="quiet wide"
            data-testid={`show-checklist-${list.id}`}
            onClick={pressed(() => actions.hideChecklist(list.pack, list.id, false))}
          >
            {say('showChecklist', { title: list.title })}
          </button>
        ) : (
          <section
            key={`${list.pack}/${list.id}`}
            class="checklist"
            aria-label={list.title}
            data-testid={`checklist-${list.id}`}
          >
            <div class="head">
              <h3>{list.title}</h3>
              <span class="position">
                {say('doneOf', {
                  done: list.items.filter(({ isDone }) => isDone).length,
                  count: list.items.length,
                })}
              </span>
              <button
                type="button"
                class="icon"
                aria-label={say('hideChecklist', { title: list.title })}
                data-testid={`hide-checklist-${list.id}`}
                onClick={pressed(() => actions.hideChecklist(list.pack, list.id, true))}
              >
                <span aria-hidden="true">×</span>
              </button>
            </div>
            <ul class="list ticks">
              {list.items.map((item) => (
                <TickLine key={item.id} item={item} say={say}>
                  {item.walkthrough !== undefined && (
                    <button
                      type="button"
                      class="quiet"
                      aria-label={`${say('start')}: ${item.text}`}
                      data-testid={`start-${list.id}-${item.id}`}
                      onClick={pressed(() => onStart(list.pack, item.walkthrough ?? ''))}
                    >
                      {say('start')}
                    </button>
                  )}
                </TickLine>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  )
}

interface LineProps {
  item: ChecklistView['items'][number]
  say: Say
  children: ComponentChildren
}

function TickLine({ item, say, children }: LineProps) {
  return (
    <li data-testid={`item-${item.id}`} data-done={item.isDone}>
      <span class={item.isDone ? 'tick done' : 'tick'} aria-hidden="true">
        {item.isDone ? '✓' : ''}
      </span>
      <span class="what">
        {item.text}
        <span class="spoken">{say(item.isDone ? 'itemDone' : 'itemOpen')}</span>
      </span>
      {children}
    </li>
  )
}
