import { wordsOf } from './comparable.ts'

const PAIRS =
  `accept/reject accept/decline activate/deactivate active/inactive add/remove add/delete
  admit/discharge allow/deny approve/reject archive/restore assign/unassign attach/detach check/uncheck
  close/reopen collapse/expand connect/disconnect create/delete disable/enable edit/save edit/delete
  edit/cancel end/start first/last follow/unfollow hide/show in/out increase/decrease less/more
  lock/unlock maximize/minimize mute/unmute next/previous off/on open/close pause/resume
  pause/play pin/unpin previous/next save/discard save/cancel save/delete select/deselect start/stop
  subscribe/unsubscribe undo/redo up/down yes/no`
    .split(/\s+/)
    .map((pair) => pair.split('/') as [string, string])

/**
 * Whether one name turns the other round: a switch that read 'Start visit' and now reads 'End
 * visit' is no reworded 'Start visit'. English only: elsewhere other evidence has to tell.
 */
export function isOpposite(one: string, other: string): boolean {
  const a = new Set(wordsOf(one))
  const b = new Set(wordsOf(other))
  const turns = (from: string, to: string) => a.has(from) && !b.has(from) && b.has(to)
  return PAIRS.some(([x, y]) => turns(x, y) || turns(y, x))
}
