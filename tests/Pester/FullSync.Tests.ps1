#Requires -Version 7.4

Describe 'Full synchronisation' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
    }

    BeforeEach {
        $null = Connect-BcSync -Sandbox
        $null = Initialize-BcSync
    }

    AfterEach {
        Get-Job | Where-Object PSJobTypeName -EQ BcFullSync | Remove-Job -Force
        $null = Disconnect-BcSync
    }

    It 'goes on in the background, and is waited for' {
        (Start-BcFullSync CURRENCY).Status | Should -BeIn 'Running', 'Finished'
        (Wait-BcFullSync).Status | Should -Be 'Finished'
        (Get-BcFullSync CURRENCY).PercentComplete | Should -Be 100
    }

    It 'has nothing to resume when it ended, and can be put back' {
        $null = Start-BcFullSync CURRENCY -Wait
        { Resume-BcFullSync } | Should -Throw -ErrorId 'BcSync.*'
        Reset-BcFullSync
        (Get-BcFullSync CURRENCY).Status | Should -Be 'NotStarted'
    }

    It 'stops when it is told to, and goes on' {
        $null = Start-BcFullSync CURRENCY, CUSTOMER -Action FullSync -TimeBudget 00:00:00
        $null = Wait-BcFullSync -WarningAction Ignore
        Stop-BcFullSync -WarningAction Ignore | Should -Not -BeNullOrEmpty
        $null = Resume-BcFullSync -Wait -WarningAction Ignore
        (Get-BcFullSync).Status | Sort-Object -Unique | Should -Be 'Finished'
    }

    It 'takes no number alone for a time budget, which could be anything: <_>' -ForEach @(10, '10', 0.5) {
        $number = $_
        { Start-BcFullSync CURRENCY -TimeBudget $number } | Should -Throw '*00:50:00*'
        { Invoke-BcSyncSchedule SALESPEOPLE -TimeBudget $number } | Should -Throw '*00:50:00*'
    }

    It 'as a job keeps its streams apart and hands over the review' {
        $job = Start-BcFullSync CURRENCY, CUSTOMER -Action FullSync -AsJob
        $job.PSJobTypeName | Should -Be 'BcFullSync'
        (Get-Job -Id $job.Id).InstanceId | Should -Be $job.InstanceId
        $job | Wait-Job -Timeout 60 | Should -Not -BeNullOrEmpty
        $job.State | Should -Be 'Completed'
        $job.Progress | Where-Object RecordType -EQ Completed | Should -Not -BeNullOrEmpty
        $lines = $job | Receive-Job -Keep
        $lines | Should -BeOfType BcSalesSync.Contracts.BcFullSyncLine
        $lines.Mapping | Should -Be 'CURRENCY', 'CUSTOMER'
        ($job | Receive-Job).Mapping | Should -Be 'CURRENCY', 'CUSTOMER'
        $job.HasMoreData | Should -BeFalse
    }

    It 'as a job that cannot start fails with its error' {
        $job = Start-BcFullSync NONE -AsJob
        $null = $job | Wait-Job -Timeout 60
        $job.State | Should -Be 'Failed'
        $job | Receive-Job -ErrorAction SilentlyContinue -ErrorVariable said
        $said[0].FullyQualifiedErrorId | Should -BeLike 'BcSync.*'
    }

    It 'as a job stops at a checkpoint and is resumed by a command' {
        $null = Disconnect-BcSync
        $null = Connect-BcSync -Sandbox -Seed scale:1500
        $null = Initialize-BcSync CURRENCY, CUSTOMER
        $job = Start-BcFullSync -Action FullSync -AsJob
        while ($job.State -eq 'Running' -and -not ($job.Progress | Where-Object Activity -EQ CUSTOMER)) { Start-Sleep -Milliseconds 20 }
        $job | Stop-Job
        $job.State | Should -BeIn 'Stopped', 'Completed'
        if ($job.State -eq 'Stopped') { $null = Resume-BcFullSync -Wait }
        (Get-BcFullSync).Status | Sort-Object -Unique | Should -Be 'Finished'
        Get-BcCoupling CUSTOMER | Should -HaveCount 1500
    }

    It 'shows one bar, and below it one for each mapping, which all end' {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$modulePath'; `$null = Connect-BcSync -Sandbox; `$null = Initialize-BcSync; Start-BcFullSync CURRENCY, CUSTOMER -Action FullSync -Wait; Disconnect-BcSync").Invoke()
            $bars = $shell.Streams.Progress | Where-Object ActivityId -GE 73000
            $bars.PercentComplete | ForEach-Object { $_ | Should -BeIn (-1..100) }
            $run = $bars | Where-Object ParentActivityId -LT 0
            $run.ActivityId | Sort-Object -Unique | Should -HaveCount 1
            ($bars | Where-Object ParentActivityId -GE 0).ParentActivityId | Sort-Object -Unique | Should -Be $run[0].ActivityId
            $bars | Group-Object Activity | ForEach-Object {
                $_.Group.ActivityId | Sort-Object -Unique | Should -HaveCount 1
                $_.Group[-1].RecordType | Should -Be 'Completed'
            }
        }
        finally {
            $shell.Dispose()
        }
    }
}
