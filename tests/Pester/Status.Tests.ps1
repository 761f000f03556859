#Requires -Version 7.4

Describe 'Status' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
        $connection = Connect-BcSync -Sandbox
        $null = Initialize-BcSync
        $null = Set-BcSyncSetup -SalesOrderIntegration OneWay -WriteInProductNo WRITE-IN
        $null = Start-BcFullSync CURRENCY -Wait
        $null = New-BcCoupling SALESPEOPLE PS -SalesName 'Peter Saddow'
        $null = New-BcCoupling CUSTOMER C20000 -SalesName 'Trey Research' -Sync ToSales
        $null = Import-BcSalesOrder -ErrorAction SilentlyContinue
    }

    AfterAll {
        $null = Disconnect-BcSync -Connection $connection
    }

    It 'of the connection is looked at point by point' {
        $checks = Test-BcConnection
        $checks.Status | Should -Not -Contain 'Failed'
        $checks.Check | Should -Contain 'Business Central'
    }

    It 'has one line a mapping' {
        (Get-BcSyncStatus CUR*).Couplings | Should -Be 3
        @(Get-BcSyncStatus).Count | Should -Be @(Get-BcTableMapping).Count
    }

    It 'tells what a job did, and what went wrong with it' {
        $job = Get-BcSyncJob -Last 1
        $job.Type | Should -Be 'OrderImport'
        (Get-BcSyncJob -Id $job.Id).Started | Should -Be $job.Started
        $problems = Get-BcSyncError -JobId $job.Id
        $problems | Should -HaveCount $job.Failed
        $problems.RecommendedAction | Should -Not -BeNullOrEmpty
        Get-BcOverwrittenValue CURRENCY | Should -BeNullOrEmpty
    }

    It 'tells what would be done, and how records compare' {
        Invoke-BcSandboxEvent Rows @{ system = 'bc'; set = 'customers'; rows = @(@{ id = (Get-BcCoupling CUSTOMER).BcId; city = 'Leeds' }) } |
            Should -Not -BeNullOrEmpty
        $plan = Get-BcSyncPlan CUSTOMER C20000 -Direction ToSales
        $plan.Action | Should -Be 'Updated'
        $plan.Changes.NewValue | Should -Contain 'Leeds'
        (Compare-BcSync CUSTOMER).Symbol | Should -Be '*'
        $null = Invoke-BcSyncNow CUSTOMER C20000 -Direction ToSales
        (Compare-BcSync CUSTOMER).Symbol | Should -Be '='
    }

    It 'lets records be taken up again' {
        (Get-BcCoupling CUSTOMER | Resume-BcSyncRecord).BcNo | Should -BeIn 'C20000', $null
    }

    It 'shows the schedule, holds entries by a pattern and runs one' {
        (Set-BcSyncSchedule CUSTOMER* -OnHold $true).Name | Should -Be 'CUSTOMER', 'CUSTOMER-STATISTICS'
        (Get-BcSyncSchedule CUSTOMER).State | Should -Be 'OnHold'
        $null = Set-BcSyncSchedule CUSTOMER* -OnHold $false
        (Invoke-BcSyncSchedule CURRENCY).Mapping | Should -Contain 'CURRENCY'
        (Get-BcSyncSchedule CURRENCY).LastRun | Should -Not -BeNullOrEmpty
    }

    It 'updates what follows the systems' {
        Update-BcItemAvailability -WarningAction Ignore | Should -BeNullOrEmpty
        Send-BcTimelinePost | Should -BeNullOrEmpty
        Import-BcSalesQuote -ErrorAction SilentlyContinue -ErrorVariable refused | ForEach-Object Kind | Should -BeIn 'Quote', $null
    }

    It 'is cleared of what is old' {
        (Clear-BcSyncJob -OlderThan (Get-Date).AddDays(-1)).Jobs | Should -Be 0
        (Clear-BcSyncJob -OlderThan (Get-Date).AddDays(1)).Jobs | Should -BeGreaterThan 0
    }
}
