/**
 * Under which the worker keeps, among the marks, how often something has come up by itself and on which
 * day last (days since 1970). No id holds an @, so that no mark of a page's can be one of these.
 */
export function shownKeys({ pack, list, id }: { pack: string; list: string; id: string }) {
  const key = `${pack}/${list}/${id}`
  return { times: `${key}/@times`, last: `${key}/@last` }
}
