// Draws resources/**/*.png from resources/source/*.svg. Needs rsvg-convert (Debian: librsvg2-bin); run only when a drawing changes.
import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const resources = fileURLToPath(new URL('../resources/', import.meta.url))

/** @param {string} source @param {string} target @param {number} size pixels */
const draw = (source, target, size) =>
  execFileSync('rsvg-convert', [
    '-w',
    `${size}`,
    '-h',
    `${size}`,
    '-o',
    join(resources, target),
    join(resources, 'source', source),
  ])

for (const file of readdirSync(join(resources, 'source'))) {
  const name = file.replace(/\.svg$/, '')
  if (name === 'icon') {
    draw(file, 'icon.png', 512)
    continue
  }
  const size = name.endsWith('Template') ? 16 : 22
  draw(file, `tray/${name}.png`, size)
  draw(file, `tray/${name}@2x.png`, size * 2)
}
