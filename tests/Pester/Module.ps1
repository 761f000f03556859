# The module as build.ps1 composes it.
$modulePath = (Get-Item "$PSScriptRoot/../../out/BcSalesSync/*/BcSalesSync.psd1" | Select-Object -Last 1).FullName

# The PowerShell that runs the suite; one installed as a tool of .NET runs in a process named after its host.
$ownPath = (Get-Process -Id $PID).Path
$shellPath = (Split-Path $ownPath -LeafBase) -eq 'pwsh' ? $ownPath : (Get-Command pwsh -CommandType Application)[0].Source
