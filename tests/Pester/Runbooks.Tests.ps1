#Requires -Version 7.4

BeforeDiscovery {
    $python = Get-Command python3, python -CommandType Application -ErrorAction Ignore | Where-Object {
        & $_ -c 'import yaml' 2>$null
        $LASTEXITCODE -eq 0
    } | Select-Object -First 1
    $hasShell = [bool](Get-Command sh -CommandType Application -ErrorAction Ignore)
}

Describe 'Runbooks' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
        $runbooks = Resolve-Path "$PSScriptRoot/../../examples/runbooks"
        $runbook = "$runbooks/Invoke-ScheduledSync.ps1"

        # A sandbox that is set up; some of its customers name salespeople who are not coupled.
        function Build-World([string] $Name, [switch] $Failing) {
            $kept = @{ Sandbox = $true; SandboxPath = "$TestDrive/$Name.db"; StatePath = "$TestDrive/$Name-state.db" }
            Connect-BcSync @kept | Out-Null
            Initialize-BcSync | Out-Null
            Start-BcFullSync CURRENCY -Wait | Out-Null
            if ($Failing) { New-BcCoupling CUSTOMER C10000 -SalesName 'Adatum Corp.' | Out-Null }
            Disconnect-BcSync | Out-Null
            $kept
        }

        function Get-LastRun([hashtable] $Kept) {
            Connect-BcSync @Kept | Out-Null
            (Get-BcSyncSchedule CUSTOMER).LastRun
            Disconnect-BcSync | Out-Null
        }

        function Invoke-Apart([hashtable] $Kept, [scriptblock] $Start) {
            $env:BCSYNC_CONNECTION = $Kept | ConvertTo-Json -Compress
            $env:BCSYNC_MODULE = $modulePath
            try { & $Start }
            finally { Remove-Item Env:BCSYNC_CONNECTION, Env:BCSYNC_MODULE }
        }
    }

    AfterEach {
        Get-BcConnection * | Disconnect-BcSync | Out-Null
    }

    It 'run what is due' {
        $kept = Build-World due
        $jobs = & $runbook -Connection $kept -TimeBudget 00:10:00
        $jobs.Mapping | Should -Contain CUSTOMER
        $jobs.Status | Select-Object -Unique | Should -Be Success
        Get-LastRun $kept | Should -Not -BeNullOrEmpty
        Get-BcConnection * | Should -BeNullOrEmpty
    }

    It 'fail with the id and the next step of what failed, after everything else has run' {
        $kept = Build-World failing -Failing
        $problem = { & $runbook -Connection $kept } | Should -Throw -PassThru
        $problem.Exception.Message | Should -Match 'CUSTOMER: \d+ x BcSync\.Record\.'
        $problem.Exception.Message | Should -Match 'Couple it first|Invoke-BcSyncNow'
        Get-LastRun $kept | Should -Not -BeNullOrEmpty
        Get-BcConnection * | Should -BeNullOrEmpty
    }

    It 'read the variables of an Automation account' {
        function Get-AutomationVariable([string] $Name) { "value of $Name" }
        function Connect-BcSync { throw "$args" }
        $problem = { & $runbook } | Should -Throw -PassThru
        $problem.Exception.Message | Should -Match '-SalesUrl:? value of BcSync-SalesUrl'
        $problem.Exception.Message | Should -Match '-ManagedIdentity:? True'
        $problem.Exception.Message | Should -Match '-StateConnectionString:? System\.Security\.SecureString'
    }

    It 'say what is missing where there is nothing to connect to' {
        { & $runbook } | Should -Throw '*BCSYNC_CONNECTION*'
    }

    It 'are run by cron' -Skip:(-not $hasShell) {
        $kept = Build-World cron
        $output = Invoke-Apart $kept { sh "$runbooks/cron.sh" 2>&1 }
        $LASTEXITCODE | Should -Be 0 -Because ($output | Out-String)
        Get-LastRun $kept | Should -Not -BeNullOrEmpty
    }

    It 'end with another exit code than 0 by cron where something failed' -Skip:(-not $hasShell) {
        $kept = Build-World cronfailing -Failing
        $output = Invoke-Apart $kept { sh "$runbooks/cron.sh" 2>&1 }
        $LASTEXITCODE | Should -Not -Be 0
        $output | Out-String | Should -Match 'BcSync\.Record\.'
    }

    It 'are run by a workflow that can be parsed, one at a time, with the state in a database' -ForEach @{ Python = "$python" } -Skip:(-not $python) {
        $workflow = & $Python -c 'import json, sys, yaml; print(json.dumps(yaml.load(open(sys.argv[1]), yaml.BaseLoader)))' "$runbooks/github-actions.yml" |
            ConvertFrom-Json -AsHashtable
        $workflow.on.schedule[0].cron | Should -Match '^\S+( \S+){4}$'
        $workflow.concurrency.'cancel-in-progress' | Should -Be 'false'
        $step = $workflow.jobs.synchronise.steps | Where-Object { $_.env }
        $step.env.Keys | Sort-Object | Should -Be BCSYNC_CLIENT_SECRET, BCSYNC_CONNECTION, BCSYNC_STATE

        $kept = Build-World workflow
        Push-Location "$PSScriptRoot/../.."
        try { $output = Invoke-Apart $kept { & $shellPath -NoProfile -NonInteractive -Command $step.run 2>&1 } }
        finally { Pop-Location }
        $LASTEXITCODE | Should -Be 0 -Because ($output | Out-String)
        Get-LastRun $kept | Should -Not -BeNullOrEmpty
    }
}
