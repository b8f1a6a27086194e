export const usage = `Usage: jobtray [--profile DIR | --demo] COMMAND

  connect --name N --vendor merchantops|retailgrid --url U [--org O] [--key-stdin] [--no-proof]
                       make a connection; the key is read from standard input, never from an argument
  watch N ID...        watch jobs of the connection named N
  list [--json]        all watched jobs
  show N ID [--json]   one job with its errors and warnings
  forget N             forget a connection, its key and its jobs
  quit                 quit the app

Exit codes: 0 done, 1 refused (the reason is one line on standard error), 2 wrong usage, 69 the app is not running.`
