function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/** Changes the page as an app does between two looks, and waits until that is laid out and painted. */
export async function afterChange(turn: number): Promise<void> {
  const bodies = document.querySelectorAll('tbody')
  const body = bodies[turn % bodies.length]
  const row = body?.rows[0]
  // The last row becomes the first: what is on the page stays the same.
  if (body && row) body.append(row)
  const live = document.getElementById('live')
  if (live) live.textContent = `Updated ${turn}`
  await painted()
}
