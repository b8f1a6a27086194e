/** The window is opaque: where its picture is clear, nothing was drawn. So much of it may be, as a part of the whole. */
const mostClear = 0.01

/** Whether a picture of four bytes a pixel, the last of them its opacity, has holes or shows nothing at all; an empty one says nothing. */
export function isUndrawn(pixels: Uint8Array): boolean {
  return clearPart(pixels) > mostClear || isOneColour(pixels)
}

function clearPart(pixels: Uint8Array): number {
  let clear = 0
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at] === 0) clear += 4
  return clear / pixels.length
}

function isOneColour(pixels: Uint8Array): boolean {
  for (let at = 4; at < pixels.length; at += 1) if (pixels[at] !== pixels[at - 4]) return false
  return pixels.length > 0
}
