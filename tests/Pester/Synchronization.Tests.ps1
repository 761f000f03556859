#Requires -Version 7.4

Describe 'Synchronising' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
        $connection = Connect-BcSync -Sandbox
        $null = Initialize-BcSync
        $null = Start-BcFullSync -Mapping CURRENCY -Wait
        $null = New-BcCoupling -Mapping SALESPEOPLE -BcNo JO -SalesName 'Jim Olive'
    }

    AfterAll {
        $null = Disconnect-BcSync -Connection $connection
    }

    It 'describes the plan with -WhatIf and changes nothing' {
        $null = New-BcCoupling -Mapping CUSTOMER -BcNo C30000 -SalesName 'School of Fine Art'
        Invoke-BcSyncNow -Mapping CUSTOMER -BcNo C30000 -Direction ToSales -WhatIf | Should -BeNullOrEmpty
        (Get-BcCoupling -Mapping CUSTOMER -BcNo C30000).LastSynchronized | Should -BeNullOrEmpty
    }

    It 'creates, couples and synchronises' {
        $coupling = New-BcCoupling -Mapping CUSTOMER -BcNo C40000 -CreateIn Sales
        $coupling.LastSynchronized | Should -Not -BeNullOrEmpty
        ($coupling | Invoke-BcSyncNow -Direction ToSales).Action | Should -BeIn 'Unchanged', 'Updated'
    }

    It 'takes an empty variable for a mistake and not for everything' {
        { Start-BcFullSync -Mapping $null } | Should -Throw
        { Invoke-BcSyncSchedule -Name $null } | Should -Throw
        { Initialize-BcSync -Mapping $null -Reset } | Should -Throw
        { Clear-BcSyncJob -OlderThan (Get-Date) -Mapping $null } | Should -Throw
        $before = @(Get-BcCoupling).Count
        Remove-BcCoupling CUSTOMER -BcNo $null -ErrorAction SilentlyContinue -ErrorVariable refused
        $null | Remove-BcCoupling CUSTOMER -ErrorAction SilentlyContinue -ErrorVariable +refused
        $refused.FullyQualifiedErrorId | Should -BeLike 'BcSync.Input.RecordMissing*'
        @(Get-BcCoupling).Count | Should -Be $before
    }

    It 'asks for a direction when nobody is there to be asked' {
        $shell = $shellPath
        $id = & $shell -NoProfile -NonInteractive -Command @"
            Import-Module '$modulePath'
            `$null = Connect-BcSync -Sandbox; `$null = Initialize-BcSync
            `$null = New-BcCoupling -Mapping CUSTOMER -BcNo C20000 -SalesName 'Trey Research'
            Invoke-BcSyncNow -Mapping CUSTOMER -BcNo C20000 -ErrorAction SilentlyContinue -ErrorVariable refused
            `$refused.FullyQualifiedErrorId
"@
        $id | Should -BeLike 'BcSync.Input.DirectionMissing,*'
    }

    It 'completes names of mappings and fields' {
        (TabExpansion2 'Get-BcCoupling -Mapping CUSTO' 29).CompletionMatches.CompletionText | Should -Be 'CUSTOMER'
        (TabExpansion2 'Get-BcFieldMapping -Mapping CUSTOMER -SalesField telephone' 58).CompletionMatches.CompletionText |
            Should -Contain 'telephone1'
    }

    It 'works in another runspace on the connection it is handed' {
        $names = 1..2 | ForEach-Object -Parallel {
            Import-Module $using:modulePath
            (Get-BcTableMapping -Connection $using:connection).Name -join ','
            Get-BcConnection
        }
        $names | Should -HaveCount 2
        $names | Should -Contain ((Get-BcTableMapping -Connection $connection).Name -join ',')
    }
}
