#Requires -Version 7.4
<#
.SYNOPSIS
    Builds, tests and packs BcSalesSync.
.PARAMETER WithServiceClient
    Takes in the transport that goes through the package Microsoft.PowerPlatform.Dataverse.Client, which NuGet must offer.
.PARAMETER Task
    What to do, in the order given: build composes the module, pack packs it, pester tries the packed one; test, demo; bench-import measures
    importing; soak runs the long campaigns and takes minutes.
.PARAMETER Suite
    Names of files of tests/Pester, such as Couplings; all when not given.
.EXAMPLE
    ./build.ps1
    Composes the module in out/BcSalesSync/<version>.
.EXAMPLE
    ./build.ps1 test, pack, pester
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0, ValueFromRemainingArguments)]
    [string[]] $Task = 'build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Release',

    [string[]] $Suite = '*',

    [switch] $WithServiceClient
)

$ErrorActionPreference = 'Stop'
$PSNativeCommandUseErrorActionPreference = $true
Set-StrictMode -Version 3

$root = $PSScriptRoot
$out = Join-Path $root 'out'
$version = (Import-PowerShellDataFile (Join-Path $root 'module/BcSalesSync.psd1')).ModuleVersion
$modulePath = Join-Path $out "BcSalesSync/$version"

# One place composes and packs, for PowerShell and for dotnet alone.
function Invoke-Build([string] $Target = 'Build') {
    dotnet build (Join-Path $root 'module') "-t:$Target" -c $Configuration --nologo -v quiet "-p:WithServiceClient=$WithServiceClient" | Out-Host
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

# The suite finds the packed module where an installed one would be.
function Invoke-PesterSuite {
    Import-Module Pester -MinimumVersion 5.0
    $archive = Join-Path $out "BcSalesSync-$version.zip"
    if (-not (Test-Path $archive)) { throw 'There is no packed module: run ./build.ps1 pack, pester.' }
    $modules = Join-Path ([IO.Path]::GetTempPath()) "BcSalesSync-$PID-$([IO.Path]::GetRandomFileName())"
    $searched = $env:PSModulePath
    try {
        Expand-Archive $archive $modules
        $env:PSModulePath = $modules, $searched -join [IO.Path]::PathSeparator
        # A process of its own: a loaded module keeps its files.
        $suite = ($Suite | ForEach-Object { "'$(Join-Path $root "tests/Pester/$_.Tests.ps1")'" }) -join ', '
        $command = "Import-Module Pester -MinimumVersion 5.0; `$r = Invoke-Pester -Path $suite -PassThru; exit `$r.FailedCount"
        & (Get-Shell) -NoProfile -NonInteractive -Command $command | Out-Host
    }
    finally {
        $env:PSModulePath = $searched
        Remove-Item $modules -Recurse -Force -ErrorAction Ignore
    }
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
    Invoke-Build Pack | Out-Null
    Get-Item (Join-Path $out "BcSalesSync-$version.zip")
}

# How long importing takes, over a shell without it: the median of nine processes each. Processor time counts on a busy machine too.
function Invoke-ImportBenchmark {
    $import = "Import-Module '$(Join-Path $modulePath 'BcSalesSync.psd1')'"
    $clock = "`$own = [Diagnostics.Process]::GetCurrentProcess(); `$cpu = `$own.TotalProcessorTime; `$watch = [Diagnostics.Stopwatch]::StartNew(); $import; " +
        "`$time = `$watch.Elapsed; `$own.Refresh(); '{0} {1}' -f `$time.TotalMilliseconds, (`$own.TotalProcessorTime - `$cpu).TotalMilliseconds"
    $rounds = foreach ($round in 0..9) {
        $bare = Measure-Command { & (Get-Shell) -NoProfile -NonInteractive -Command 'exit' }
        $with = Measure-Command { & (Get-Shell) -NoProfile -NonInteractive -Command $import }
        $inside, $processor = (& (Get-Shell) -NoProfile -NonInteractive -Command $clock) -split ' '
        # The first one reads from the disk.
        if ($round) { , @($bare.TotalMilliseconds, $with.TotalMilliseconds, [double]$inside, [double]$processor) }
    }
    $median = { param($Column) [Math]::Round(($rounds | ForEach-Object { $_[$Column] } | Sort-Object)[4]) }
    [pscustomobject]@{
        BareShell       = & $median 0
        WithImport      = & $median 1
        ImportAlone     = & $median 2
        ImportProcessor = & $median 3
    }
}

# From other shells a list arrives as one word.
$names = @($Task -split ',' | ForEach-Object Trim)
foreach ($name in $names) {
    switch ($name) {
        'build' { Invoke-Build }
        'test' { Invoke-Test }
        'pester' { Invoke-PesterSuite }
        'demo' { Invoke-Demo }
        'pack' { Invoke-Pack }
        'bench-import' { Invoke-ImportBenchmark }
        'soak' { Invoke-Soak }
        default { throw "There is no task '$name'." }
    }
}
