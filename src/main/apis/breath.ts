/** Less than this is parsed, read and written within a few ms, bytes. */
const largeBytes = 524_288

/** Lets others have their turn between two steps of a large answer: parsing it, reading it and writing it down are each work for a while. */
export const breath = async (bytes: number): Promise<void> => {
  if (bytes >= largeBytes) await new Promise<void>(resolve => setImmediate(resolve))
}
