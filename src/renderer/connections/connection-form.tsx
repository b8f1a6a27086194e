import { useEffect } from 'react'
import type { ConnectionId } from '../../shared/connection'
import { vendorNames, vendors } from '../../shared/connection'
import type { ConnectionView } from '../../shared/snapshot'
import { Button } from '../parts/button'
import { cx } from '../parts/class-names'
import { Field, inputLook } from '../parts/field'
import { Segments } from '../parts/segments'
import type { FormDraft } from './form-draft'
import { withVendor } from './form-draft'
import { FormRefusal } from './form-refusal'
import { KeyFields } from './key-fields'
import { useConnectionForm } from './use-connection-form'

type Props = {
  /** Null: a new one. */
  readonly id: ConnectionId | null
  readonly first: FormDraft
  readonly onSaved: (connection: ConnectionView) => void
  readonly onCancel: (() => void) | null
  /** Told of each change, of all but the key. */
  readonly onDraft?: (draft: FormDraft) => void
  /** It stands on a page: a dialog sees to the focus itself, and has another ground. */
  readonly onPage?: boolean
}

const vendorOptions = vendors.map(vendor => ({ value: vendor, label: vendorNames[vendor] }))

export function ConnectionForm({ id, first, onSaved, onCancel, onDraft, onPage = false }: Props) {
  const life = useConnectionForm({ id, first, onSaved, ...(onDraft && { onDraft }) })
  const { draft, busy, change, errorAt } = life
  useEffect(() => {
    if (onPage) life.form.current?.querySelector<HTMLElement>('[data-first]')?.focus()
  }, [onPage, life.form])
  const asked = draft.sending !== 'none'
  return (
    <form
      ref={life.form}
      onSubmit={life.submit}
      className="flex flex-col gap-3.5 [&_input]:scroll-mb-28 [&_select]:scroll-mb-20"
      noValidate
      autoComplete="off"
    >
      {id === null && (
        <Segments
          label="Vendor"
          value={draft.vendor}
          options={vendorOptions}
          onChange={vendor => life.replace(withVendor(draft, vendor))}
        />
      )}
      <Field label="Name" error={errorAt('name')} hint="What you call it, such as Production.">
        {wiring => (
          <input
            {...wiring}
            data-first
            name="name"
            value={draft.name}
            onChange={event => change({ name: event.target.value })}
            className={inputLook}
          />
        )}
      </Field>
      <Field
        label="Address"
        error={errorAt('baseUrl')}
        hint={draft.vendor === 'retailgrid' ? 'The server that answers /v1/jobs. It begins with https://.' : undefined}
      >
        {wiring => (
          <input
            {...wiring}
            name="baseUrl"
            type="url"
            inputMode="url"
            spellCheck={false}
            placeholder="https://"
            value={draft.baseUrl}
            onChange={event => change({ baseUrl: event.target.value })}
            className={inputLook}
          />
        )}
      </Field>
      {draft.vendor === 'merchantops' && (
        <Field label="Organization" optional error={errorAt('organization')} hint="Sent as X-Organization-ID.">
          {wiring => (
            <input
              {...wiring}
              name="organization"
              spellCheck={false}
              value={draft.organization}
              onChange={event => change({ organization: event.target.value })}
              className={inputLook}
            />
          )}
        </Field>
      )}
      <KeyFields life={life} keeps={id !== null} />
      <FormRefusal life={life} />
      {/* Always in sight where the window is high enough: the fields scroll behind it. */}
      <div
        className={cx(
          // What scrolls has padding, which a foot that sticks would else stay above, and lie on the last line.
          '-mx-5 -mb-5 flex flex-wrap items-center justify-end gap-2 px-5 py-4 [@media(min-height:30rem)]:sticky',
          onPage ? 'bottom-0 bg-canvas' : '-bottom-5 bg-raised',
        )}
      >
        {onCancel && (
          <Button onClick={onCancel} disabled={busy}>
            Cancel
          </Button>
        )}
        <Button look="primary" type="submit" disabled={busy} aria-live="polite" className="min-w-28">
          {busy ? (asked ? 'Checking the key…' : 'Checking…') : id === null ? 'Connect' : 'Save'}
        </Button>
      </div>
    </form>
  )
}
