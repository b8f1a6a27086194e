import { describe, expect, it } from 'vitest'
import { autostartEntry } from '../../../src/main/shell/autostart-entry'

const exec = (...words: string[]) => /^Exec=(.*)$/m.exec(autostartEntry(words))?.[1]

describe('the entry that starts Jobtray with the session', () => {
  it.each([
    [['/opt/jobtray/jobtray', '--live'], '"/opt/jobtray/jobtray" "--live"'],
    [['/opt/my apps/jobtray'], '"/opt/my apps/jobtray"'],
    [['/opt/50%/$x/jobtray'], '"/opt/50%%/\\\\$x/jobtray"'],
    [['/opt/"a"/jobtray'], '"/opt/\\\\"a\\\\"/jobtray"'],
  ])('runs %j', (words, line) => {
    expect(exec(...words)).toBe(line)
  })

  it('is one group of a known type', () => {
    expect(autostartEntry(['x']).split('\n').slice(0, 2)).toEqual(['[Desktop Entry]', 'Type=Application'])
  })
})
