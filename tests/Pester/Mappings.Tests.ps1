#Requires -Version 7.4

Describe 'Mappings' {
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

    It 'are changed, alone or by a pattern, and reset' {
        (Set-BcTableMapping CUSTOMER -UpdateConflict NewerWins).UpdateConflict | Should -Be 'NewerWins'
        (Set-BcTableMapping SHIP* -Enabled $false).Name | Should -Be 'SHIPMENT METHOD', 'SHIPPING AGENT'
        (Get-BcTableMapping SHIP*).Enabled | Should -Be $false, $false
        (Reset-BcTableMapping SHIP*, CUSTOMER).Enabled | Should -Be $true, $true, $true
        (Get-BcTableMapping CUSTOMER).UpdateConflict | Should -Be 'Fail'
    }

    It 'of the admin come and go' {
        (New-BcTableMapping REGION -BcTable countriesRegions -SalesTable new_region).Name | Should -Be 'REGION'
        (Remove-BcTableMapping REG*).Name | Should -Be 'REGION'
        { Get-BcTableMapping REGION -ErrorAction Stop } | Should -Throw
    }

    It 'of fields are added, changed and removed' {
        $new = New-BcFieldMapping CUSTOMER -BcField taxRegistrationNumber -SalesField description -Direction ToSales
        $new.SalesField | Should -Be 'description'
        (Set-BcFieldMapping CUSTOMER -SalesField description -Enabled $false).Enabled | Should -BeFalse
        (Remove-BcFieldMapping CUSTOMER -SalesField description).BcField | Should -Be 'taxRegistrationNumber'
        Get-BcFieldMapping CUSTOMER | Where-Object SalesField -EQ description | Should -BeNullOrEmpty
    }

    It 'are read back from the file they were written to' {
        $null = Set-BcTableMapping CUSTOMER -UpdateConflict NewerWins
        Export-BcTableMapping "$TestDrive/mappings.json" CUSTOMER | Should -BeOfType System.IO.FileInfo
        $null = Reset-BcTableMapping CUSTOMER
        (Import-BcTableMapping "$TestDrive/mappings.json").UpdateConflict | Should -Be 'NewerWins'
    }

    It 'follow the setup' {
        (Get-BcSyncSetup).UnitGroupMapping | Should -BeFalse
        (Set-BcSyncSetup -UnitGroupMapping $true -WarningAction Ignore).UnitGroupMapping | Should -BeTrue
        (Get-BcSyncSetup).UnitGroupMapping | Should -BeTrue
    }
}
