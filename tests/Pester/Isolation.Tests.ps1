#Requires -Version 7.4

BeforeDiscovery {
    # Other versions than the module's own, as other modules bring them along.
    $packages = @(
        @{ Id = 'microsoft.identity.client'; Version = '4.73.1'; Folder = 'lib/net8.0' }
        @{ Id = 'microsoft.identitymodel.abstractions'; Version = '8.14.0'; Folder = 'lib/net8.0' }
        @{ Id = 'microsoft.data.sqlite.core'; Version = '9.0.22'; Folder = 'lib/net8.0' }
        @{ Id = 'sqlitepclraw.core'; Version = '2.1.11'; Folder = 'lib/netstandard2.0' }
        @{ Id = 'sqlitepclraw.provider.e_sqlite3'; Version = '2.1.11'; Folder = 'lib/net6.0' }
        @{ Id = 'sqlitepclraw.lib.e_sqlite3'; Version = '2.1.11'; Folder = "runtimes/$(
            $IsWindows ? 'win' : $IsMacOS ? 'osx' : 'linux')-$([Runtime.InteropServices.RuntimeInformation]::ProcessArchitecture.ToString().ToLowerInvariant())/native" }
        @{ Id = 'system.text.json'; Version = '9.0.22'; Folder = 'lib/net8.0' }
    )
    $others = Join-Path ([IO.Path]::GetTempPath()) 'BcSalesSync-other-versions'
    $missing = $null
    foreach ($package in $packages) {
        $target = Join-Path $others "$($package.Id).$($package.Version)"
        if (Test-Path "$target/done") { continue }
        try {
            $null = New-Item $target -ItemType Directory -Force
            $url = "https://api.nuget.org/v3-flatcontainer/$($package.Id)/$($package.Version)/$($package.Id).$($package.Version).nupkg"
            Invoke-WebRequest $url -OutFile "$target/package.zip" -TimeoutSec 30 -ErrorAction Stop
            Expand-Archive "$target/package.zip" "$target/package" -Force
            Get-ChildItem "$target/package/$($package.Folder)" -File | Copy-Item -Destination $others
            $null = New-Item "$target/done"
        }
        catch {
            $missing = "$($package.Id) $($package.Version) cannot be had: $_"
            break
        }
    }
    if ($missing) { Write-Warning "Other versions are not tried: $missing" }
    $orders = @(
        @{ Order = 'before'; Others = $others; Missing = $missing }
        @{ Order = 'after'; Others = $others; Missing = $missing }
    )
}

Describe 'Beside other modules' {
    BeforeAll {
        . "$PSScriptRoot/Module.ps1"
        function Invoke-Fresh([string] $Script) {
            & $shellPath -NoProfile -NonInteractive -Command $Script 2>&1
        }
        $load = {
            param($Others)
            Add-Type -Path (Get-ChildItem $Others -Filter *.dll | Where-Object Name -NotMatch '^(lib)?e_sqlite3').FullName
            [SQLitePCL.raw]::SetProvider([SQLitePCL.SQLite3Provider_e_sqlite3]::new())
            $db = [Microsoft.Data.Sqlite.SqliteConnection]::new('Data Source=:memory:')
            $db.Open()
            $ask = $db.CreateCommand()
            $ask.CommandText = 'select 41 + 1'
            'theirs', $ask.ExecuteScalar() -join ' '
            'theirs', [Microsoft.Data.Sqlite.SqliteConnection].Assembly.GetName().Version.Major -join ' '
            $client = [Microsoft.Identity.Client.PublicClientApplicationBuilder]::Create([guid]::Empty).Build()
            'theirs', $client.GetType().Assembly.GetName().Version.ToString(2) -join ' '
        }
        $use = {
            param($ModulePath)
            Import-Module $ModulePath
            $null = Connect-BcSync -Sandbox -Seed empty -StatePath (Join-Path ([IO.Path]::GetTempPath()) "bcsync-$PID.db")
            'ours', @(Initialize-BcSync).Count.Equals(@(Get-BcTableMapping).Count) -join ' '
            $engine = [System.Runtime.Loader.AssemblyLoadContext]::All | Where-Object Name -EQ 'BcSalesSync.Engine'
            foreach ($name in 'Microsoft.Data.Sqlite', 'Microsoft.Identity.Client') {
                $assembly = $engine.LoadFromAssemblyName($name)
                $context = [System.Runtime.Loader.AssemblyLoadContext]::GetLoadContext($assembly).Name
                "ours $context", $assembly.GetName().Version.ToString(2) -join ' '
            }
            $null = Disconnect-BcSync
            Remove-Item (Join-Path ([IO.Path]::GetTempPath()) "bcsync-$PID.db*")
        }
    }

    It 'works with other versions of its dependencies loaded <Order> it' -ForEach $orders {
        if ($Missing) {
            Set-ItResult -Skipped -Because $Missing
            return
        }
        $versions = foreach ($name in 'Microsoft.Data.Sqlite', 'Microsoft.Identity.Client') {
            $own = [System.Reflection.AssemblyName]::GetAssemblyName("$(Split-Path $modulePath)/engine/$name.dll").Version
            "ours BcSalesSync.Engine $($own.ToString(2))"
        }
        $theirs = "& {$load} '$Others'"
        $ours = "& {$use} '$modulePath'"
        $said = Invoke-Fresh ($Order -eq 'before' ? "$theirs; $ours" : "$ours; $theirs")
        $said | Sort-Object | Should -Be (@($versions; 'ours True', 'theirs 4.73', 'theirs 42', 'theirs 9') | Sort-Object)
    }

    It 'imports again by force and after its removal, with one engine' {
        $said = Invoke-Fresh @"
            Import-Module '$modulePath'
            `$null = Connect-BcSync -Sandbox -Seed empty
            Import-Module '$modulePath' -Force
            Import-Module '$modulePath' -Force
            @(Initialize-BcSync).Count -gt 0
            Remove-Module BcSalesSync
            Import-Module '$modulePath'
            @(Get-BcTableMapping).Count -gt 0
            @([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'BcSalesSync.Runtime' }).Count
"@
        $said | Should -Be 'True', 'True', '1'
    }

    It 'sends spans and figures where listeners of the process hear them, if its framework is new enough' {
        if ([System.Environment]::Version.Major -lt 9) {
            Set-ItResult -Skipped -Because 'the framework of this PowerShell is older than what the engine asks for'
            return
        }
        $said = Invoke-Fresh @"
            Import-Module '$modulePath'
            `$null = Connect-BcSync -Sandbox -Seed empty
            @([AppDomain]::CurrentDomain.GetAssemblies() | Where-Object { `$_.GetName().Name -eq 'System.Diagnostics.DiagnosticSource' }).Count
"@
        $said | Should -Be '1'
    }

    It 'asks no network and writes no file when it is imported' {
        $home2 = (New-Item "$TestDrive/home" -ItemType Directory).FullName
        $said = Invoke-Fresh @"
            `$env:HOME = `$env:USERPROFILE = `$env:LOCALAPPDATA = `$env:XDG_DATA_HOME = `$env:XDG_CONFIG_HOME = '$home2'
            `$loaded = 1..2 | ForEach-Object { [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name }
            Import-Module '$modulePath'
            [AppDomain]::CurrentDomain.GetAssemblies().GetName().Name | Where-Object { `$_ -notin `$loaded -and `$_ -match 'System\.Net' }
"@
        $said | Should -BeNullOrEmpty
        Get-ChildItem $home2 -Recurse -File -Force | Where-Object FullName -Match 'BcSalesSync' | Should -BeNullOrEmpty
    }
}
