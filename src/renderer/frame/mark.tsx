/** The app's own mark: a tray that holds a finished piece of work. */
export const Mark = ({ className }: { readonly className?: string }) => (
  <svg viewBox="0 0 18 18" aria-hidden="true" className={className} fill="none" stroke="currentColor">
    <path
      d="M2 10.5v3A2.5 2.5 0 0 0 4.5 16h9a2.500 2.500 0 0 0 2.500-2.500v-3h-4.200l-1 2H7.200l-1-2Z"
      strokeWidth="1.6"
      strokeLinejoin="round"
    />
    <path
      d="m5.500 5.200 2.600 2.600 4.600-5"
      className="stroke-accent"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
