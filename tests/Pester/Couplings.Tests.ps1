#Requires -Version 7.4

Describe 'Coupling' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Import-Module $modulePath
    }

    BeforeEach {
        $null = Connect-BcSync -Sandbox
        $null = Initialize-BcSync
    }

    AfterEach {
        $null = Disconnect-BcSync
    }

    It 'binds rows of a CSV file by the headings people use' {
        $coupling = @'
MappingName,CustomerNo,AccountName
CUSTOMER,C20000,Trey Research
'@ | ConvertFrom-Csv | New-BcCoupling
        $coupling | Should -BeOfType BcSalesSync.Contracts.BcCoupling
        $coupling.BcNo | Should -Be 'C20000'
        $coupling.SalesName | Should -Be 'Trey Research'
    }

    It 'couples what matching is sure of and makes one error of each record it is not' {
        $proposals = Find-BcCouplingMatch CUSTOMER -UseField displayName
        $proposals | Should -BeOfType BcSalesSync.Contracts.BcCouplingMatch
        $couplings = $proposals | New-BcCoupling -ErrorVariable refused -ErrorAction SilentlyContinue
        $couplings.BcNo | Should -Be 'C20000', 'C30000'
        $refused | Should -HaveCount 6
        $refused.FullyQualifiedErrorId | Should -BeLike 'BcSync.Match.NoMatch*'
        $proposals | Where-Object BcNo -EQ 'C20000' | Export-Csv "$TestDrive/proposals.csv"
        { Import-Csv "$TestDrive/proposals.csv" | New-BcCoupling -ErrorAction Stop } | Should -Not -Throw
    }

    It 'makes one error of each bad row and couples the rest' {
        $rows = @'
Mapping,BcNo,SalesId,SalesName,CreateIn
CUSTOMER,C20000,,Trey Research,
CUSTOMER,C99999,,Fabrikam,
CUSTOMER,C30000,not-an-id,,
CUSTOMER,C60000,,Trey Research,
CUSTOMER,C60000,,Fabrikam,Elsewhere
CUSTOMER,C30000,,School of Fine Art,
'@ | ConvertFrom-Csv
        $couplings = $rows | New-BcCoupling -ErrorVariable refused -ErrorAction SilentlyContinue
        $couplings.BcNo | Should -Be 'C20000', 'C30000'
        $refused | Should -HaveCount 4
        $refused.TargetObject | Should -Contain $rows[1]
        $byId = $refused | Where-Object FullyQualifiedErrorId -Like 'BcSync.Input.InvalidId,*'
        $byId.Exception.Message | Should -Match 'row 3.*SalesId'
        $byId.TargetObject | Should -Be $rows[2]
        $byId.CategoryInfo.Category | Should -Be 'InvalidData'
        $byId.ErrorDetails.RecommendedAction | Should -Not -BeNullOrEmpty
    }

    It 'stops at the first error when told to' {
        { New-BcCoupling -Mapping CUSTOMER -BcNo C99999 -SalesName Fabrikam -ErrorAction Stop } | Should -Throw
    }

    It 'does nothing with -WhatIf' {
        New-BcCoupling -Mapping CUSTOMER -BcNo C20000 -SalesName 'Trey Research' -WhatIf
        $WhatIfPreference = $true
        New-BcCoupling -Mapping CUSTOMER -BcNo C20000 -SalesName 'Trey Research'
        $WhatIfPreference = $false
        Get-BcCoupling | Should -BeNullOrEmpty
    }

    It 'pipes what it gets into what removes it' {
        $null = New-BcCoupling -Mapping CUSTOMER -BcNo C20000 -SalesName 'Trey Research'
        (Get-BcCoupling | Remove-BcCoupling).BcNo | Should -Be 'C20000'
        Get-BcCoupling | Should -BeNullOrEmpty
    }

    It 'repairs nothing of a coupling whose records are both there' {
        $null = New-BcCoupling -Mapping CUSTOMER -BcNo C20000 -SalesName 'Trey Research'
        Get-BcCoupling -Broken | Should -BeNullOrEmpty
        Get-BcCoupling | Repair-BcCoupling -Resolution DeleteRecord -Confirm:$false | Should -BeNullOrEmpty
        Repair-BcCoupling CUSTOMER -Confirm:$false | Should -BeNullOrEmpty
        (Get-BcCoupling).SalesName | Should -Be 'Trey Research'
    }

    It 'reads back the file it wrote' {
        $null = New-BcCoupling -Mapping CUSTOMER -BcNo C20000 -SalesName 'Trey Research'
        $file = Join-Path $TestDrive 'couplings.csv'
        Export-BcCoupling $file
        $null = Get-BcCoupling | Remove-BcCoupling
        (Import-BcCoupling $file).SalesName | Should -Be 'Trey Research'
    }

    It 'tells with -WhatIf what either system would refuse' {
        $file = Join-Path $TestDrive 'refused.csv'
        "Mapping,BcNo,SalesName`nCUSTOMER,C20000,Trey Research`nCUSTOMER,C99999,Fabrikam" | Set-Content $file
        Import-BcCoupling $file -WhatIf -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused | Should -HaveCount 1
        $refused[0].Exception.Message | Should -Match 'line 3.*C99999'
        New-BcCoupling CUSTOMER C99999 -SalesName Fabrikam -WhatIf -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused | Should -HaveCount 1
        Get-BcCoupling | Should -BeNullOrEmpty
    }

    It 'names file and line of a bad row' {
        $file = Join-Path $TestDrive 'bad.csv'
        "Mapping,BcNo,SalesId`nCUSTOMER,C20000,xyz" | Set-Content $file
        Import-BcCoupling $file -ErrorVariable refused -ErrorAction SilentlyContinue
        $refused | Should -HaveCount 1
        $refused[0].Exception.Message | Should -Match 'bad\.csv line 2.*SalesId|bad\.csv.*line 2'
    }
}
