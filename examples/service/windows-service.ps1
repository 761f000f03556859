# Makes a Windows service of the program. Run it once, elevated. The service signs in with a certificate file that only its account may read.
#Requires -Version 7.4 -RunAsAdministrator
param(
    [string] $Folder = "$env:ProgramFiles\BcSalesSync",
    [string] $BusinessCentralUrl = 'https://businesscentral.dynamics.com/contoso.com/Production',
    [string] $SalesUrl = 'https://contoso.crm4.dynamics.com',
    [string] $Company = 'CRONUS',
    [Parameter(Mandatory)] [string] $ClientId,
    [Parameter(Mandatory)] [string] $CertificatePath
)
$ErrorActionPreference = 'Stop'
$name = 'BcSalesSync'
$account = "NT SERVICE\$name"
$data = "$env:ProgramData\BcSalesSync"
$program = "`"$Folder\BcSalesSync.Host.exe`" run --health http://127.0.0.1:7800 --log `"$data\log.jsonl`""

# A virtual account of its own: no password, and no rights but those given here.
sc.exe create $name binPath= $program start= delayed-auto obj= $account DisplayName= 'BcSalesSync'
sc.exe failure $name reset= 86400 actions= restart/30000/restart/60000/restart/300000
sc.exe failureflag $name 1

New-Item -ItemType Directory -Force $data | Out-Null
icacls $data /inheritance:r /grant 'SYSTEM:(OI)(CI)F' 'Administrators:(OI)(CI)F' "${account}:(OI)(CI)M" | Out-Null
icacls $CertificatePath /inheritance:r /grant 'Administrators:F' "${account}:R" | Out-Null

# The settings stand in the environment of this service alone.
$settings = @(
    "BCSALESSYNC_BC_URL=$BusinessCentralUrl", "BCSALESSYNC_SALES_URL=$SalesUrl", "BCSALESSYNC_COMPANY=$Company", "BCSALESSYNC_CLIENT_ID=$ClientId",
    "BCSALESSYNC_CERTIFICATE_PATH=$CertificatePath", "BCSALESSYNC_STATE=$data\state.db"
)
Set-ItemProperty "HKLM:\SYSTEM\CurrentControlSet\Services\$name" -Name Environment -Value $settings -Type MultiString
Start-Service $name
Get-Service $name
