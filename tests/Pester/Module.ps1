# The packed module, found where an installed one would be; build.ps1 puts it there.
$modulePath = (Get-Module BcSalesSync -ListAvailable | Select-Object -First 1).Path
if (-not $modulePath) { throw 'There is no packed module to try: run ./build.ps1 pack, pester.' }

# The PowerShell that runs the suite; one installed as a tool of .NET runs in a process named after its host.
$ownPath = (Get-Process -Id $PID).Path
$shellPath = (Split-Path $ownPath -LeafBase) -eq 'pwsh' ? $ownPath : (Get-Command pwsh -CommandType Application)[0].Source
