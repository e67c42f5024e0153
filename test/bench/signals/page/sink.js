// The peers' stub of a server, in the page: no tool sees another's sending as the page's answer.
;(() => {
  const isSink = (target) => String(target?.url ?? target).includes('/sink/')
  const { fetch } = globalThis
  globalThis.fetch = function (target, ...rest) {
    if (!isSink(target)) return fetch.call(this, target, ...rest)
    const headers = { 'content-type': 'application/json' }
    return Promise.resolve(new Response('{}', { status: 200, headers }))
  }
  const { sendBeacon } = Navigator.prototype
  Navigator.prototype.sendBeacon = function (target, ...rest) {
    return isSink(target) || sendBeacon.call(this, target, ...rest)
  }
})()
