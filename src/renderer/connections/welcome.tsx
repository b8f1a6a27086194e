import { ArrowRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { type Vendor, vendorNames, vendors } from '../../shared/connection'
import { Mark } from '../frame/mark'
import { Button } from '../parts/button'
import { cx } from '../parts/class-names'
import { VendorMark } from '../parts/vendor-mark'
import { attempt } from '../state/attempt'
import { goTo, openDialog, viewStore } from '../state/view'
import { ConnectionForm } from './connection-form'
import { emptyDraft } from './form-draft'

const about: Readonly<Record<Vendor, string>> = {
  merchantops: 'Enrichment, crawl and import jobs, with items, errors and warnings.',
  retailgrid: 'Bulk upserts, CSV imports and grid fills.',
}

/** The first thing anyone sees: what this is for, and two ways to begin. */
export function Welcome() {
  const [vendor, choose] = useState<Vendor | null>(null)
  const [from, comeFrom] = useState<Vendor | null>(null)
  const back = () => {
    comeFrom(vendor)
    choose(null)
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="mx-auto flex min-h-full w-full max-w-md flex-col justify-center px-5 py-10">
        <Mark className="mb-4 size-9" />
        <h1 className="text-2xl font-semibold tracking-tight text-balance">
          {vendor === null ? 'Your long jobs, watched from the tray.' : `Connect ${vendorNames[vendor]}`}
        </h1>
        <p className="mt-1.5 mb-6 text-lg text-balance text-soft">
          {vendor === null
            ? 'Jobtray watches the jobs you name and tells you once, when each one ends, how it went.'
            : 'One connection watches any number of jobs. You can add more later.'}
        </p>
        {vendor === null ? <Ways from={from} onChoose={choose} /> : <FirstConnection vendor={vendor} onBack={back} />}
      </div>
    </div>
  )
}

type WaysProps = { readonly from: Vendor | null; readonly onChoose: (vendor: Vendor) => void }

/** Whoever begins by keyboard begins at the first way; `from`: or at the one they come back from. */
function Ways({ from, onChoose }: WaysProps) {
  const ways = useRef<HTMLUListElement>(null)
  const byKeys = useHasKeys(from !== null)
  useEffect(() => {
    if (viewStore.getState().dialog !== null) return
    ways.current?.querySelectorAll('button')[from === null ? 0 : vendors.indexOf(from)]?.focus()
  }, [from])
  return (
    <>
      <ul ref={ways} className={cx('flex flex-col gap-2', !byKeys && '[&_button]:outline-none')}>
        {vendors.map(vendor => (
          <li key={vendor}>
            <button
              type="button"
              onClick={() => onChoose(vendor)}
              className="group flex w-full items-center gap-3 rounded-xl bg-raised px-3.5 py-3 text-left inset-ring inset-ring-line transition-colors duration-100 hover:inset-ring-edge hover:bg-hover forced-colors:border"
            >
              <VendorMark vendor={vendor} large />
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{vendorNames[vendor]}</span>
                <span className="block text-soft">{about[vendor]}</span>
              </span>
              <ArrowRight size="1rem" aria-hidden className="text-faint group-hover:text-ink" />
            </button>
          </li>
        ))}
      </ul>
      <p className="mt-5 flex flex-wrap items-center gap-x-1 text-soft">
        No key at hand?
        <Button look="quiet" className="px-1.5 font-medium underline underline-offset-4" onClick={trySandbox}>
          Try the sandbox
        </Button>
      </p>
    </>
  )
}

/** Before anyone has touched anything, a browser shows the focus; here it waits for the first key. */
function useHasKeys(already: boolean): boolean {
  const [has, setHas] = useState(already)
  useEffect(() => {
    if (has) return
    const onKey = () => setHas(true)
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [has])
  return has
}

const trySandbox = () => void attempt(window.jobtray.switchMode('demo'))

function FirstConnection({ vendor, onBack }: { readonly vendor: Vendor; readonly onBack: () => void }) {
  return (
    <ConnectionForm
      onPage
      id={null}
      first={emptyDraft(vendor)}
      onCancel={onBack}
      onSaved={connection => {
        goTo({ view: 'jobs' })
        openDialog({ kind: 'watch', connectionId: connection.id, pasted: '' })
      }}
    />
  )
}
