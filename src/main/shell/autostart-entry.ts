/** A desktop entry that runs these words. Each is quoted as the desktop entry specification asks, field codes included. */
export function autostartEntry(words: readonly string[]): string {
  const exec = words.map(word => `"${word.replaceAll(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`).join(' ')
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Jobtray',
    'Comment=Watches MerchantOps and Retailgrid jobs',
    // The value as a whole is unescaped once more before its quotes are read.
    `Exec=${exec.replaceAll('\\', '\\\\')}`,
    'Terminal=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')
}
