import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { nextShot, screenshotTaker, shotTimes } from '../../../scripts/start/screenshots.mjs'

const shots = (...numbers: readonly number[]) => numbers.map(number => `start-demo-${number}.png`)

describe('screenshots', () => {
  it('are taken after ten seconds and shortly before the end', () => {
    expect(shotTimes(60)).toEqual([10_000, 58_000])
    expect(shotTimes(null)).toEqual([10_000])
  })

  it('are taken once, while the window is there, when the run is short', () => {
    expect(shotTimes(8)).toEqual([6000])
    expect(shotTimes(2)).toEqual([1000])
  })

  it('go on counting where the run before ended, the demo and a live run each for itself', () => {
    expect(nextShot([], 'demo')).toEqual({ name: 'start-demo-1.png', outdated: [] })
    const names = [...shots(9, 10, 2), 'start-live-30.png', 'jobs.png', 'start-demo-11.png.new', 'start-demo-012.png']
    expect(nextShot(names, 'demo').name).toBe('start-demo-11.png')
    expect(nextShot(names, 'live').name).toBe('start-live-31.png')
  })

  it('are ten at most: the lowest numbers go, and no file of another name', () => {
    const ten = shots(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
    expect(nextShot(ten.slice(1), 'demo').outdated).toEqual([])
    expect(nextShot([...ten, 'start-live-1.png'], 'demo').outdated).toEqual(shots(1))
    expect(nextShot([...ten, ...shots(11, 12)], 'demo').outdated).toEqual(shots(1, 2, 3))
  })

  it('of the run before stay, each run says where its own lie, and one that fails takes no other with it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jobtray-shots-'))
    const [said, complained] = [vi.spyOn(console, 'log'), vi.spyOn(console, 'error')]
    said.mockImplementation(() => undefined)
    complained.mockImplementation(() => undefined)
    onTestFinished(() => {
      said.mockRestore()
      complained.mockRestore()
      rmSync(folder, { recursive: true, force: true })
    })
    const run = (what: string) => screenshotTaker({ screenshot: file => writeFileSync(file, what) }, 'demo', folder)
    run('first run')()
    const second = run('second run')
    for (let taken = 0; taken < 9; taken += 1) second()
    expect(readFileSync(join(folder, 'start-demo-1.png'), 'utf8')).toBe('first run')
    expect(said.mock.calls.at(-1)).toEqual([`screenshot  ${join(folder, 'start-demo-10.png')}`])
    const failing = () => {
      throw new Error('no display')
    }
    screenshotTaker({ screenshot: failing }, 'demo', folder)()
    expect(complained).toHaveBeenCalledWith('no screenshot: no display')
    expect(readdirSync(folder)).toHaveLength(10)
    second()
    expect(readdirSync(folder).sort()).toEqual(shots(10, 11, 2, 3, 4, 5, 6, 7, 8, 9))
  })
})
