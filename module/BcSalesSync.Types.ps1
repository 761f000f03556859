# PowerShell refuses members of types that it knows from another copy of the module in the same process: this one's take their place.
if (Get-Module BcSalesSync) {
    Select-Xml -Path "$PSScriptRoot/BcSalesSync.Types.ps1xml" -XPath '/Types/Type/Name' |
        ForEach-Object { Remove-TypeData -TypeName $_.Node.InnerText -ErrorAction Ignore }
}
