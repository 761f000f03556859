#Requires -Version 7.4
<#
.SYNOPSIS
    Runs what is due in the schedule, and fails with a useful message where something did. For Azure Automation, cron and pipelines.
.PARAMETER Connection
    What Connect-BcSync is given. Without it the script looks, in this order, at the variables of the Automation account it runs in,
    and at the environment: BCSYNC_CONNECTION (JSON), BCSYNC_CLIENT_SECRET and BCSYNC_STATE.
.PARAMETER TimeBudget
    The run ends at a checkpoint before the limit of what runs it: three hours in Azure Automation. What is left stays due.
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSAvoidUsingConvertToSecureStringWithPlainText', '', Justification = 'What runs it hands secrets over as text.')]
param(
    [hashtable] $Connection,
    [timespan] $TimeBudget = '02:45:00'
)
$ErrorActionPreference = 'Stop'
if (-not (Get-Module BcSalesSync)) {
    Import-Module ($env:BCSYNC_MODULE ? $env:BCSYNC_MODULE : 'BcSalesSync')
}

function Get-ConnectionFound {
    if (Get-Command Get-AutomationVariable -ErrorAction Ignore) {
        return @{
            BusinessCentralUrl    = Get-AutomationVariable BcSync-BusinessCentralUrl
            SalesUrl              = Get-AutomationVariable BcSync-SalesUrl
            Company               = Get-AutomationVariable BcSync-Company
            ManagedIdentity       = $true
            # An encrypted variable: the machine of a job is gone afterwards, and its files with it.
            StateConnectionString = Get-AutomationVariable BcSync-State | ConvertTo-SecureString -AsPlainText -Force
        }
    }
    if (-not $env:BCSYNC_CONNECTION) {
        throw 'There is nothing to connect to. Give -Connection, or set BCSYNC_CONNECTION to JSON such as {"Profile":"prod"}.'
    }
    $found = $env:BCSYNC_CONNECTION | ConvertFrom-Json -AsHashtable
    if ($env:BCSYNC_CLIENT_SECRET) { $found.ClientSecret = ConvertTo-SecureString $env:BCSYNC_CLIENT_SECRET -AsPlainText -Force }
    if ($env:BCSYNC_STATE) { $found.StateConnectionString = ConvertTo-SecureString $env:BCSYNC_STATE -AsPlainText -Force }
    $found
}

if (-not $Connection) { $Connection = Get-ConnectionFound }
$opened = Connect-BcSync @Connection
try {
    $missing = Test-BcConnection -Connection $opened | Where-Object Status -EQ Failed
    if ($missing) {
        throw "The connection is not ready. $(($missing | ForEach-Object { "$($_.Check): $($_.Message) $($_.RecommendedAction)" }) -join ' ')"
    }

    $jobs = @(Invoke-BcSyncSchedule -Connection $opened -TimeBudget $TimeBudget -ErrorAction SilentlyContinue -ErrorVariable problems)
    $jobs | Select-Object Mapping, Direction, Status, Inserted, Modified, Deleted, Failed, Message

    # One line a kind of trouble, with the next step: the first thing that whoever is woken by this reads.
    $failed = $jobs | Where-Object Status -EQ Error
    $lines = @($failed | Get-BcSyncError -Connection $opened | Group-Object Mapping, ErrorId | ForEach-Object {
            "$($_.Group[0].Mapping): $($_.Count) x $($_.Group[0].ErrorId). $($_.Group[0].Message) $($_.Group[0].RecommendedAction)"
        })
    $lines += @($failed | Where-Object Message | ForEach-Object { "$($_.Mapping): $($_.Message)" })
    $lines += @($problems | ForEach-Object { "$($_.FullyQualifiedErrorId): $($_.Exception.Message)" })
    if ($lines) { throw "The synchronisation ran, and something wants attention.`n$(($lines | Select-Object -Unique) -join "`n")" }
}
finally {
    $opened | Disconnect-BcSync | Out-Null
}
