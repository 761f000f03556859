#Requires -Version 7.4
# Let it run by itself: what is in the schedule, how often it runs, what is due, and the running of it.
# Build the module first: ./build.ps1
param([hashtable] $Connection = @{ Sandbox = $true })
$ErrorActionPreference = 'Stop'
Import-Module (Get-Item "$PSScriptRoot/../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1)

Connect-BcSync @Connection | Out-Null
Initialize-BcSync | Out-Null
Get-BcSyncSchedule | Format-Table Name, IntervalMinutes, IdleMinutes, State, NextRun

# Customers every five minutes; an entry that found nothing to do rests for an hour. Contacts wait until somebody lets them go on.
Set-BcSyncSchedule CUSTOMER -IntervalMinutes 5 -IdleMinutes 60 | Format-Table Name, IntervalMinutes, IdleMinutes
Set-BcSyncSchedule CONTACT -OnHold $true | Format-Table Name, State

# What is due, and the running of it. This is the one line that a runbook, cron or a service calls; -Continuous keeps going.
Invoke-BcSyncSchedule -WhatIf
$jobs = Invoke-BcSyncSchedule -TimeBudget 00:50:00
$jobs | Format-Table Mapping, Direction, Status, Inserted, Modified, Failed

# A quarter of an hour later customers are due again, if there was something to do for them.
Invoke-BcSandboxEvent Clock @{ advance = 'PT15M' } | Out-Null
Get-BcSyncSchedule CUSTOMER, CONTACT | Format-Table Name, State, LastRun, LastResult, NextRun
Disconnect-BcSync | Out-Null
