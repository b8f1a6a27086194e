import { FlaskConical, Info, OctagonAlert, Pause, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Banner } from '../../shared/snapshot'
import { Button } from '../parts/button'
import { cx } from '../parts/class-names'
import { attempt } from '../state/attempt'
import { useMirror } from '../state/mirror-store'

const icons = {
  info: <Info size="0.9375rem" aria-hidden className="shrink-0 text-accent" />,
  warning: <TriangleAlert size="0.9375rem" aria-hidden className="shrink-0 text-warn" />,
  error: <OctagonAlert size="0.9375rem" aria-hidden className="shrink-0 text-bad" />,
} as const

type BarProps = {
  readonly icon: ReactNode
  readonly children: ReactNode
  readonly act?: ReactNode
  readonly className?: string
}

const Bar = ({ icon, children, act, className }: BarProps) => (
  <div
    className={cx('flex flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-side px-5 py-1.5', className)}
  >
    {icon}
    <span className="min-w-0 flex-1 basis-48">{children}</span>
    {act}
  </div>
)

const goLive = () => void attempt(window.jobtray.switchMode('live'))

/** What a person should know about the app itself, above everything else. */
export function Bars() {
  const banners = useMirror(mirror => mirror.banners)
  const demo = useMirror(mirror => mirror.app.mode === 'demo')
  const paused = useMirror(mirror => mirror.settings.paused)
  if (!demo && !paused && banners.length === 0) return null
  return (
    <section aria-label="About the app" className="shrink-0">
      {demo && (
        <Bar
          icon={<FlaskConical size="0.9375rem" aria-hidden className="shrink-0 text-soft" />}
          act={
            <Button look="quiet" className="min-h-6 font-medium text-accent" onClick={goLive}>
              Connect your own…
            </Button>
          }
          className="text-soft"
        >
          <strong className="font-semibold text-ink">Demo.</strong> A sandbox on this machine; nothing leaves it.
        </Bar>
      )}
      {paused && (
        <Bar
          icon={<Pause size="0.9375rem" aria-hidden className="shrink-0 text-warn" />}
          act={
            <Button className="min-h-6" onClick={() => void attempt(window.jobtray.changeSettings({ paused: false }))}>
              Resume
            </Button>
          }
        >
          <strong className="font-semibold">Watching is paused.</strong> No job is looked at until you resume; what you
          post still goes out.
        </Bar>
      )}
      {banners.map(banner => (
        <BannerBar key={banner.id} banner={banner} />
      ))}
    </section>
  )
}

const BannerBar = ({ banner }: { readonly banner: Banner }) => (
  <Bar icon={icons[banner.tone]} act={<BannerAct act={banner.act} />}>
    {banner.text}
  </Bar>
)

function BannerAct({ act }: Pick<Banner, 'act'>) {
  if (act === null) return null
  return act === 'go-live' ? (
    <Button className="min-h-6" onClick={goLive}>
      Connect your own…
    </Button>
  ) : (
    <Button className="min-h-6" onClick={() => void attempt(window.jobtray.retryKeychain())}>
      Retry keychain
    </Button>
  )
}
