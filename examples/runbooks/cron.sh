#!/bin/sh
# Runs what is due in the schedule. In a crontab, every quarter of an hour:
#   */15 * * * * "$HOME/bcsync/examples/runbooks/cron.sh" >> "$HOME/bcsync.log" 2>&1
# Connects by the profile "prod" unless BCSYNC_CONNECTION says otherwise; save it once with Connect-BcSync ... -SaveProfile prod.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

if [ -z "${BCSYNC_CONNECTION:-}" ]; then
    BCSYNC_CONNECTION='{"Profile":"prod"}'
fi
export BCSYNC_CONNECTION

# cron knows few folders.
PATH="$PATH:/usr/local/bin:/opt/microsoft/powershell/7:$HOME/.dotnet/tools"

# The module out of this checkout, if it was built there; otherwise the one that is installed.
for manifest in "$here"/../../out/BcSalesSync/*/BcSalesSync.psd1; do
    if [ -f "$manifest" ]; then
        BCSYNC_MODULE=${BCSYNC_MODULE:-$manifest}
        export BCSYNC_MODULE
    fi
done

# The budget ends a run before the next one. One that comes too early all the same is refused what the other one holds, and leaves it due.
exec pwsh -NoProfile -NonInteractive -File "$here/Invoke-ScheduledSync.ps1" -TimeBudget 00:14:00
