# The module as build.ps1 composes it.
$modulePath = (Get-Item "$PSScriptRoot/../../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1).FullName
