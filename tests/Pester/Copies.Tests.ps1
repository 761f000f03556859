#Requires -Version 7.4

Describe 'Copies of the module in one process' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        Copy-Item (Split-Path $modulePath) "$TestDrive/BcSalesSync" -Recurse
        $copyPath = "$TestDrive/BcSalesSync/BcSalesSync.psd1"
    }

    It 'are imported one after the other, and again' {
        # A process of its own: a copy that was loaded stays.
        $output = & $shellPath -NoProfile -NonInteractive -Command @"
            `$ErrorActionPreference = 'Stop'
            Import-Module '$modulePath'
            Import-Module '$copyPath' -Force
            Import-Module '$modulePath' -Force
            `$null = Connect-BcSync -Sandbox -Seed empty
            `$null = Initialize-BcSync
            `$null = Invoke-BcSyncNow CURRENCY
            (Get-BcSyncJob CURRENCY)[0].Duration.GetType().Name
"@ 2>&1
        $output | Should -Be 'TimeSpan'
    }
}
