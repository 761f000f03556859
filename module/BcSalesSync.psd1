@{
    RootModule           = 'BcSalesSync.PowerShell.dll'
    RequiredAssemblies   = @('BcSalesSync.Contracts.dll')
    ModuleVersion        = '0.1.0'
    GUID                 = 'b028099c-5195-435e-9e19-6f4dd0a84f22'
    Author               = 'BcSalesSync'
    CompanyName          = 'BcSalesSync'
    Copyright            = '(c) BcSalesSync. All rights reserved.'
    Description          = 'Keeps Microsoft Dynamics 365 Business Central and Dynamics 365 Sales in step over REST.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    FormatsToProcess     = @('BcSalesSync.Format.ps1xml')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Clear-BcSyncJob'
        'Compare-BcSync'
        'Connect-BcSync'
        'Disconnect-BcSync'
        'Export-BcCoupling'
        'Export-BcSyncReport'
        'Export-BcTableMapping'
        'Find-BcCouplingMatch'
        'Get-BcConnection'
        'Get-BcCoupling'
        'Get-BcFieldMapping'
        'Get-BcFullSync'
        'Get-BcOverwrittenValue'
        'Get-BcProfile'
        'Get-BcSalesDocument'
        'Get-BcSyncError'
        'Get-BcSyncJob'
        'Get-BcSyncPlan'
        'Get-BcSyncSchedule'
        'Get-BcSyncSetup'
        'Get-BcSyncStatus'
        'Get-BcTableMapping'
        'Import-BcCoupling'
        'Import-BcSalesOrder'
        'Import-BcSalesQuote'
        'Import-BcTableMapping'
        'Initialize-BcSync'
        'Invoke-BcSandboxEvent'
        'Invoke-BcSyncNow'
        'Invoke-BcSyncSchedule'
        'New-BcCoupling'
        'New-BcFieldMapping'
        'New-BcTableMapping'
        'Publish-BcSalesInvoice'
        'Remove-BcCoupling'
        'Remove-BcFieldMapping'
        'Remove-BcProfile'
        'Remove-BcTableMapping'
        'Repair-BcCoupling'
        'Reset-BcFullSync'
        'Reset-BcTableMapping'
        'Resume-BcFullSync'
        'Resume-BcSyncRecord'
        'Send-BcTimelinePost'
        'Set-BcFieldMapping'
        'Set-BcSyncSchedule'
        'Set-BcSyncSetup'
        'Set-BcTableMapping'
        'Start-BcFullSync'
        'Stop-BcFullSync'
        'Test-BcConnection'
        'Update-BcAccountStatistics'
        'Update-BcItemAvailability'
        'Wait-BcFullSync'
    )
    PrivateData          = @{
        PSData = @{
            Tags = @(
                'BusinessCentral', 'Dynamics365', 'Dataverse', 'Sales', 'Synchronization', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS'
            )
        }
    }
}
