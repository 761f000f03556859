#Requires -Version 7.4

BeforeDiscovery {
    $actions = 'Continue', 'Stop', 'SilentlyContinue', 'Ignore'
}

Describe 'Errors' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
        $connection = Connect-BcSync -Sandbox
        $null = Initialize-BcSync
        $null = New-BcCoupling CUSTOMER C20000 -SalesName 'Trey Research'
        $null = New-BcCoupling CUSTOMER C30000 -SalesName 'School of Fine Art'
        $rows = 'C20000', 'not-there', 'C30000' | ForEach-Object { [pscustomobject]@{ Mapping = 'CUSTOMER'; CustomerNo = $_ } }

        function Assert-Helpful($Problem) {
            $Problem.FullyQualifiedErrorId | Should -Match '^BcSync\.\w+\.\w+,'
            $Problem.CategoryInfo.Category | Should -Not -Be 'NotSpecified'
            $Problem.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
            $Problem.Exception.Message | Should -Not -BeNullOrEmpty
        }
    }

    AfterAll {
        $null = Disconnect-BcSync -Connection $connection
    }

    It 'of one row among good ones obey -ErrorAction <_>' -ForEach $actions {
        $action = $_
        $Error.Clear()
        $done = [System.Collections.Generic.List[object]]::new()
        $thrown = $null
        $bad = [pscustomobject]@{ Mapping = 'CUSTOMER'; BcId = 'not-an-id' }
        try {
            $rows[0], $bad, $rows[2] | Get-BcCoupling -ErrorAction $action -ErrorVariable said 2>$null | ForEach-Object { $done.Add($_) }
        }
        catch { $thrown = $_ }
        $done.BcNo | Should -Be ($action -eq 'Stop' ? @('C20000') : @('C20000', 'C30000'))
        if ($action -eq 'Stop') { $thrown.FullyQualifiedErrorId | Should -BeLike '*BcSync.Input.InvalidId,*' } else { $thrown | Should -BeNullOrEmpty }
        if ($action -eq 'Ignore') { $Error.Count | Should -Be 0 }
        if ($action -in 'Continue', 'SilentlyContinue') {
            $said | Should -HaveCount 1
            Assert-Helpful $said[0]
            $said[0].TargetObject | Should -Be $bad
        }
    }

    It 'that keep a command from starting end it with -ErrorAction <_>' -ForEach $actions {
        $shell = [powershell]::Create()
        try {
            $null = $shell.AddScript("Import-Module '$modulePath'; try { Get-BcCoupling -ErrorAction $_; 'went on' } catch { `$_ }")
            $result = $shell.Invoke()
            $result | Should -HaveCount 1
            Assert-Helpful $result[0]
            $result[0].FullyQualifiedErrorId | Should -BeLike 'BcSync.Connection.NotConnected,*'
        }
        finally { $shell.Dispose() }
    }

    It 'tell what was typed when no row came' {
        New-BcCoupling CUSTOMER -BcNo C99999 -SalesName Fabrikam -ErrorAction SilentlyContinue -ErrorVariable said
        Assert-Helpful $said[0]
        $said[0].TargetObject | Should -Be 'C99999'
        Set-BcSyncSchedule NONE -OnHold $true -ErrorAction SilentlyContinue -ErrorVariable said
        Assert-Helpful $said[0]
        $said[0].TargetObject | Should -Be 'NONE'
    }

    It 'of <_> are whole' -ForEach @(
        '[pscustomobject]@{ Mapping = "NONE"; BcNo = "1" } | Get-BcCoupling'
        '[pscustomobject]@{ Mapping = "CUSTOMER"; BcNo = "1" } | Invoke-BcSyncNow -Direction ToSales'
        '[pscustomobject]@{ Mapping = "CUSTOMER"; BcNo = "1"; SalesName = "x" } | New-BcCoupling'
        'Find-BcCouplingMatch NONE'
        'Import-BcCoupling no-such.csv'
        'Import-BcTableMapping no-such.json'
        'Remove-BcTableMapping NONE'
        'Set-BcTableMapping NONE -Enabled $false'
        'Set-BcFieldMapping CUSTOMER -SalesField no_such -Enabled $false'
        'New-BcTableMapping X no such'
        'Get-BcSyncJob -Id x'
        'Get-BcSyncError -JobId x'
        'Get-BcSyncStatus NONE'
        'Get-BcFieldMapping NONE'
        'Compare-BcSync NONE'
        'Get-BcSyncPlan NONE'
        'Start-BcFullSync NONE'
        'Resume-BcFullSync'
        'Invoke-BcSyncSchedule NONE'
        'Import-BcSalesOrder NONE'
        'Publish-BcSalesInvoice NONE'
        'Invoke-BcSandboxEvent NoSuchThing'
        'Resume-BcSyncRecord NONE'
    ) {
        $command = $_
        $problem = try { & ([scriptblock]::Create($command)) 2>&1 3>$null | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } } catch { $_ }
        $problem | Should -Not -BeNullOrEmpty
        foreach ($one in $problem) {
            Assert-Helpful $one
            if ($command -notmatch 'FullSync') { $one.TargetObject | Should -Not -BeNullOrEmpty }
        }
    }
}
