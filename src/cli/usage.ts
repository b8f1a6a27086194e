export const usage = `Usage: jobtray [--profile DIR | --demo] COMMAND

  connect --name N --vendor merchantops|retailgrid --url U [--org O] [--key-stdin] [--no-proof]
                       make a connection; the key is read from standard input, never from an argument
  watch N ID...        watch jobs of the connection named N
  unwatch N ID...      take jobs off the watch list
  list [--json]        all watched jobs
  show N ID [--json]   one job with its errors and warnings
  timeline N ID [--json]
                       the way a job went: its stages with the time in each, and what was seen when
  diagnostics [--json] answers, trouble, what servers send that nobody knows, and the size of what is kept; the
                       text names no connection, address or job
  doctor N [--json]    look at everything the connection needs; 1 when something is wrong. A key that may
                       only watch is no more than a warning
  create N --type T --total K [--metadata FILE] [--triggered-by X] [--dry-run] [--json]
                       create a job and print its id; it is watched from then on. FILE - is standard input
  post N ID [--start | --complete | --fail TEXT] [--processed K] [--total K] [--stage S] [--message M]
            [--error JSON] [--warning JSON] [--patch FILE] [--dry-run] [--json]
                       report progress and print what changed; only what is given is sent. JSON takes entity_key,
                       error_type, message, and entity_type, step, details. --dry-run prints the request, sends nothing
  outbox [--json]      what is in line, on its way or undecided
  decide POST arrived|send|drop|compare [--json]
                       decide about a post of the outbox; the beginning of its id is enough. compare looks at the job
                       first; send sends it again and ends like post
  wait N ID [--family] [--timeout SECONDS] [--json]
                       watch a job until it has ended and print how; with --family until all that it has set off has
                       ended too, and the worst of them counts
  pause [N], resume [N]
                       stop the looks at a connection's jobs, or at all jobs; go on with them
  forget N             forget a connection, its key and its jobs
  quit                 quit the app
  --version            what this is

Exit codes: 0 done, 1 refused (the reason is the last line on standard error), 2 wrong usage, 69 the app is not running.
create, post and decide send: 75 it could not leave yet and stays in the outbox, 76 nobody knows whether it, or a report
before it, arrived: decide with outbox and decide. They wait 60 seconds for the answer, or --timeout SECONDS.
wait: 0 finished, 2 with warnings, 3 partly finished, 4 failed, 5 cancelled or ended in an unknown word, 124 the time is
over, 64 wrong usage.`
