#Requires -Version 7.4
<#
.SYNOPSIS
    Builds, tests and packs BcSalesSync.
.PARAMETER WithServiceClient
    Takes in the transport that goes through the package Microsoft.PowerPlatform.Dataverse.Client, which NuGet must offer.
.PARAMETER Task
    What to do, in this order: build, test, pester, demo, pack; soak runs the long campaigns and takes minutes.
.EXAMPLE
    ./build.ps1
    Composes the module in out/BcSalesSync/<version>.
.EXAMPLE
    ./build.ps1 build, test, pester
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0, ValueFromRemainingArguments)]
    [string[]] $Task = 'build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [switch] $WithServiceClient
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-StrictMode -Version 3

$root = $PSScriptRoot
$out = Join-Path $root 'out'
$version = (Import-PowerShellDataFile (Join-Path $root 'module/BcSalesSync.psd1')).ModuleVersion
$modulePath = Join-Path $out "BcSalesSync/$version"

# The systems PowerShell 7.4 itself runs on.
$runtimes = 'win-x64', 'win-arm64', 'linux-x64', 'linux-arm64', 'linux-musl-x64', 'osx-x64', 'osx-arm64'

function Get-BuildOutput([string] $Project) {
    Join-Path $root "src/$Project/bin/$Configuration/net8.0"
}

function Invoke-Build {
    # Builds the module on its way, and writes its help.
    $help = Join-Path $root 'tools/BcSalesSync.Help'
    dotnet build $help -c $Configuration --nologo -v quiet "-p:WithServiceClient=$WithServiceClient" | Out-Host

    if (Test-Path $modulePath) { Remove-Item $modulePath -Recurse -Force }
    $engine = (New-Item (Join-Path $modulePath 'engine') -ItemType Directory -Force).FullName

    Copy-Item (Join-Path $root 'module/*') $modulePath -Recurse -Exclude help
    Copy-Item (Join-Path $help "bin/$Configuration/net10.0/en-US") $modulePath -Recurse -Force
    $shell = Get-BuildOutput 'BcSalesSync.PowerShell'
    Copy-Item (Join-Path $shell 'BcSalesSync.PowerShell.dll'), (Join-Path $shell 'BcSalesSync.Contracts.dll') $modulePath

    # Contracts lives beside the manifest only: the engine must get the copy whose types the cmdlets emit.
    $runtime = Get-BuildOutput 'BcSalesSync.Runtime'
    Get-ChildItem $runtime -Filter *.dll | Where-Object Name -NE 'BcSalesSync.Contracts.dll' | Copy-Item -Destination $engine
    Copy-Item (Join-Path $runtime 'BcSalesSync.Runtime.deps.json') $engine
    foreach ($rid in $runtimes) {
        $native = Join-Path $runtime "runtimes/$rid"
        if (Test-Path $native) { Copy-Item $native (New-Item (Join-Path $engine 'runtimes') -ItemType Directory -Force) -Recurse }
    }
    Get-Item $modulePath
}

function Invoke-Test {
    dotnet test (Join-Path $root 'BcSalesSync.sln') -c $Configuration --nologo -v quiet | Out-Host
}

# The PowerShell that runs this; one installed as a tool of .NET runs in a process named after its host.
function Get-Shell {
    $own = (Get-Process -Id $PID).Path
    (Split-Path $own -LeafBase) -eq 'pwsh' ? $own : (Get-Command pwsh -CommandType Application)[0].Source
}

function Invoke-PesterSuite {
    Import-Module Pester -MinimumVersion 5.0
    # A process of its own: a loaded module keeps its files, and a later build could not replace them.
    $suite = Join-Path $root 'tests/Pester'
    $command = "Import-Module Pester -MinimumVersion 5.0; `$r = Invoke-Pester -Path '$suite' -PassThru; exit `$r.FailedCount"
    & (Get-Shell) -NoProfile -NonInteractive -Command $command | Out-Host
}

function Invoke-Demo {
    dotnet run --project (Join-Path $root 'src/BcSalesSync.Host') -c $Configuration -- demo | Out-Host
}

function Invoke-Soak {
    $project = Join-Path $root 'src/BcSalesSync.Host'
    dotnet run --project $project -c $Configuration -- soak kills | Out-Host
    dotnet run --project $project -c $Configuration -- soak orders | Out-Host
    dotnet run --project $project -c $Configuration -- soak memory | Out-Host
}

function Invoke-Pack {
    $archive = Join-Path $out "BcSalesSync-$version.zip"
    Compress-Archive (Join-Path $out 'BcSalesSync') $archive -Force
    Get-FileHash $archive -Algorithm SHA256
}

# From other shells a list arrives as one word.
$names = @($Task -split ',' | ForEach-Object Trim)
foreach ($name in $names) {
    switch ($name) {
        'build' { Invoke-Build }
        'test' { Invoke-Test }
        'pester' { Invoke-PesterSuite }
        'demo' { Invoke-Demo }
        'pack' {
            # The folder may come from a build that did not take it in.
            if ($WithServiceClient -and 'build' -notin $names) { Invoke-Build }
            Invoke-Pack
        }
        'soak' { Invoke-Soak }
        default { throw "There is no task '$name'." }
    }
}
