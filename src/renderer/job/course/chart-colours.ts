/** The window's own colours, as a canvas wants them: it knows no variables. */
export type ChartColours = Readonly<Record<'processed' | 'failed' | 'line' | 'text' | 'band', string>>

const variables: ChartColours = {
  processed: '--accent',
  failed: '--bar-bad',
  line: '--line',
  text: '--faint',
  band: '--hover',
}

/** Read through a probe, since a variable holds `light-dark(…)` and only a colour that is used is one of the two. */
export function chartColours(host: HTMLElement): ChartColours {
  const probe = host.ownerDocument.createElement('span')
  host.append(probe)
  const colourOf = (variable: string): string => {
    probe.style.color = `var(${variable})`
    return getComputedStyle(probe).color
  }
  const { processed, failed, line, text, band } = variables
  const colours = {
    processed: colourOf(processed),
    failed: colourOf(failed),
    line: colourOf(line),
    text: colourOf(text),
    band: colourOf(band),
  }
  probe.remove()
  return colours
}
