/** Whether an https address leads to one of the hosts. What is no address leads nowhere. */
export function isOnHosts(address: string, hosts: readonly string[]): boolean {
  if (!isHttps(address)) return false
  const { host } = new URL(address)
  return hosts.some((one) => (one.startsWith('*.') ? host.endsWith(one.slice(1)) : host === one))
}

/** Whether an address is https, with a host and without a user name or password in it. */
export function isHttps(address: string): boolean {
  if (!/^https:\/\/[^/]/i.test(address) || !URL.canParse(address)) return false
  const { protocol, username, password } = new URL(address)
  return protocol === 'https:' && username === '' && password === ''
}

/** As the overlay draws them; no bracket in the address, or a link could hide in another's. */
const LINK = /\[([^\]]+)\]\((https:\/\/[^\s()[\]]+)\)/

/** A text in which the links that lead elsewhere are words only. */
export function withLinksTo(hosts: readonly string[], markdown: string): string {
  let text = markdown
  let from = 0
  // One after the other from where the last began: words that are left may be half of another link.
  for (;;) {
    const [link, words = '', address = ''] = LINK.exec(text.slice(from)) ?? []
    if (link === undefined) return text
    const at = text.indexOf(link, from)
    if (isOnHosts(address, hosts)) from = at + link.length
    else {
      text = text.slice(0, at) + words + text.slice(at + link.length)
      from = 0
    }
  }
}

/** What both lists of hosts allow; all of `own` where there is no other. */
export function commonHosts(
  own: readonly string[],
  other: readonly string[] | undefined,
): string[] {
  if (other === undefined) return [...own]
  const isWithin = (host: string, hosts: readonly string[]) =>
    hosts.some((one) => one === host || (one.startsWith('*.') && host.endsWith(one.slice(1))))
  const both = [
    ...own.filter((host) => isWithin(host, other)),
    ...other.filter((host) => isWithin(host, own)),
  ]
  return [...new Set(both)]
}
