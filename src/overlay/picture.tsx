import { useEffect, useRef, useState } from 'preact/hooks'
import type { PictureView } from './guide.ts'

/** Reads the data of a picture of a pack; `undefined` where it can't be had. */
export type ReadPicture = (pack: string, picture: string) => Promise<string | undefined>

interface Props {
  picture: PictureView
  read: ReadPicture
}

/**
 * A picture of the pack. It is painted on a canvas: a page's own policy on images, which also holds for what is
 * put into it, has no say in that. Without its data the words stay.
 */
export function Picture({ picture, read }: Props) {
  const { pack, id, alt } = picture
  const canvas = useRef<HTMLCanvasElement>(null)
  const [isThere, setThere] = useState(false)
  useEffect(() => {
    let isOver = false
    async function paint(): Promise<void> {
      const image = await read(pack, id)
      const bitmap = image === undefined ? undefined : await createImageBitmap(blobOf(image))
      if (isOver || !canvas.current || !bitmap) return
      canvas.current.width = bitmap.width
      canvas.current.height = bitmap.height
      canvas.current.getContext('2d')?.drawImage(bitmap, 0, 0)
      bitmap.close()
      setThere(true)
    }
    // What can't be shown is left out.
    void paint().catch(() => undefined)
    return () => {
      isOver = true
    }
  }, [pack, id, read])
  return <canvas ref={canvas} class="picture" role="img" aria-label={alt} hidden={!isThere} />
}

/** Not by `fetch`, which a page's policy forbids for `data:`. */
function blobOf(image: string): Blob {
  const [head = '', data = ''] = image.split(',', 2)
  const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))
  return new Blob([bytes], { type: /^data:([^;]+)/.exec(head)?.[1] ?? '' })
}
