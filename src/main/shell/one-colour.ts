/** Whether nothing is drawn in a picture of four bytes a pixel; an empty one says nothing. */
export function isOneColour(pixels: Uint8Array): boolean {
  for (let at = 4; at < pixels.length; at += 1) if (pixels[at] !== pixels[at - 4]) return false
  return pixels.length > 0
}
