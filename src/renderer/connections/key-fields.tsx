import { Choice } from '../parts/choice'
import { Field, inputLook } from '../parts/field'
import type { SendingChoice } from './form-draft'
import type { FormLife } from './use-connection-form'

const choices: Readonly<Record<SendingChoice, string>> = {
  bearer: 'Authorization: Bearer',
  header: 'Another header',
  'session-cookie': 'Session cookie',
  none: 'No key needed',
}

/** `keeps`: there is a key already, so an empty field leaves it alone. */
export function KeyFields({ life, keeps }: { readonly life: FormLife; readonly keeps: boolean }) {
  const { draft, change, errorAt } = life
  const offered: readonly SendingChoice[] =
    draft.vendor === 'merchantops' ? ['bearer', 'header', 'session-cookie', 'none'] : ['bearer', 'header', 'none']
  return (
    <>
      <Field label="How the key is sent" error={errorAt('keySending')}>
        {wiring => (
          <Choice
            {...wiring}
            name="keySending"
            value={draft.sending}
            onChange={event => change({ sending: offered.find(choice => choice === event.target.value) ?? 'bearer' })}
          >
            {offered.map(choice => (
              <option key={choice} value={choice}>
                {choices[choice]}
              </option>
            ))}
          </Choice>
        )}
      </Field>
      {draft.sending === 'header' && (
        <div className="grid grid-cols-2 gap-3">
          <Field label="Header">
            {wiring => (
              <input
                {...wiring}
                spellCheck={false}
                value={draft.headerName}
                onChange={event => change({ headerName: event.target.value })}
                className={inputLook}
              />
            )}
          </Field>
          <Field label="Prefix" optional>
            {wiring => (
              <input
                {...wiring}
                spellCheck={false}
                value={draft.prefix}
                onChange={event => change({ prefix: event.target.value })}
                className={inputLook}
              />
            )}
          </Field>
        </div>
      )}
      {draft.sending !== 'none' && (
        <Field
          label={draft.sending === 'session-cookie' ? 'Value of the session cookie' : 'Key'}
          error={errorAt('key')}
          hint={
            keeps
              ? 'Leave it empty to keep the key there is.'
              : 'Goes to your keychain and nowhere else. It is checked by one harmless request first.'
          }
        >
          {wiring => (
            <input {...wiring} name="key" type="password" autoComplete="off" spellCheck={false} className={inputLook} />
          )}
        </Field>
      )}
    </>
  )
}
