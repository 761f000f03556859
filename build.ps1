#Requires -Version 7.4
<#
.SYNOPSIS
    Builds, tests and packs BcSalesSync.
.PARAMETER WithServiceClient
    Takes in the transport that goes through the package Microsoft.PowerPlatform.Dataverse.Client, which NuGet must offer.
.PARAMETER Task
    What to do, in the order given: build composes the module, pack packs it, pester tries the packed one; test, demo; bench-import measures
    importing beside a bare shell and an empty module; soak runs the long campaigns and takes minutes.
.PARAMETER Suite
    Names of files of tests/Pester, such as Couplings; all when not given.
.EXAMPLE
    ./build.ps1
    Composes the module in out/BcSalesSync/<version>.
.EXAMPLE
    ./build.ps1 test, pack, pester
#>
[Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSReviewUnusedParameter', '', Justification = 'The functions of the tasks use them.')]
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

# A shell that does nothing but what is given and tells how long that took inside it. Processor time counts on a busy machine too.
function Measure-Shell([string] $Command) {
    $clock = "`$own = [Diagnostics.Process]::GetCurrentProcess(); `$cpu = `$own.TotalProcessorTime; `$watch = [Diagnostics.Stopwatch]::StartNew(); $Command; " +
        "`$time = `$watch.Elapsed; `$own.Refresh(); `$cpu = `$own.TotalProcessorTime - `$cpu; " +
        "[Console]::WriteLine(`"`$(`$time.TotalMilliseconds) `$(`$cpu.TotalMilliseconds)`")"
    $shell = Get-Shell
    $watch = [Diagnostics.Stopwatch]::StartNew()
    $inside, $processor = (& $shell -NoProfile -NonInteractive -Command $clock) -split ' '
    @{ Whole = $watch.Elapsed.TotalMilliseconds; Inside = [double]$inside; Processor = [double]$processor }
}

# How long importing takes, beside a shell without it and one that imports a module with nothing in it: the median of nine processes each.
# A shell compiles ahead what the one before it needed. First follows another kind of shell, Again one of its own kind.
function Invoke-ImportBenchmark {
    $empty = Join-Path ([IO.Path]::GetTempPath()) "BcSalesSync-$PID-empty.psd1"
    Set-Content $empty "@{ ModuleVersion = '1.0'; FunctionsToExport = @(); CmdletsToExport = @(); VariablesToExport = @(); AliasesToExport = @() }"
    $shells = [ordered]@{
        Bare        = ''
        EmptyModule = "Import-Module '$empty'"
        BcSalesSync = "Import-Module '$(Join-Path $modulePath 'BcSalesSync.psd1')'"
    }
    try {
        $measured = foreach ($round in 0..9) {
            foreach ($name in $shells.Keys) {
                foreach ($turn in 'First', 'Again') {
                    $times = Measure-Shell $shells[$name]
                    # The first round reads from the disk.
                    if ($round) { [pscustomobject](@{ Shell = $name; Turn = $turn } + $times) }
                }
            }
        }
    }
    finally {
        Remove-Item $empty
    }
    $median = { param($Shell, $Turn, $What) ($measured | Where-Object { $_.Shell -eq $Shell -and $_.Turn -eq $Turn } | Sort-Object $What)[4].$What }
    foreach ($name in $shells.Keys) {
        $first = & $median $name First Whole
        $again = & $median $name Again Whole
        [pscustomobject]@{
            Shell         = $name
            First         = [Math]::Round($first)
            FirstOverBare = [Math]::Round($first - (& $median Bare First Whole))
            Again         = [Math]::Round($again)
            AgainOverBare = [Math]::Round($again - (& $median Bare Again Whole))
            Inside        = [Math]::Round((& $median $name Again Inside))
            Processor     = [Math]::Round((& $median $name Again Processor))
        }
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
