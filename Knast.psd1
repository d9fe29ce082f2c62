@{
    RootModule           = 'Knast.PowerShell.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '6f1f5f0c-6f3c-4d5e-9d9b-3b0f1c4b7a52'
    Author               = 'the Knast contributors'
    CompanyName          = 'Knast'
    Copyright            = '(c) the Knast contributors. MIT licence.'
    Description          = 'A container engine in a PowerShell module: OCI images run as FreeBSD jails, or in Linux namespaces, without a daemon and without starting any other program.'
    PowerShellVersion    = '7.4'
    CompatiblePSEditions = @('Core')
    FormatsToProcess     = @('Knast.format.ps1xml')
    TypesToProcess       = @('Knast.types.ps1xml')
    CmdletsToExport      = @(
        'Get-KnastContainer'
        'Get-KnastContainerLog'
        'Get-KnastContainerState'
        'Get-KnastImage'
        'Import-KnastImage'
        'Invoke-KnastImage'
        'New-KnastContainer'
        'Remove-KnastContainer'
        'Remove-KnastImage'
        'Save-KnastImage'
        'Send-KnastSignal'
        'Start-KnastContainer'
        'Stop-KnastContainer'
        'Test-KnastHost'
        'Wait-KnastContainer'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    PrivateData          = @{
        PSData = @{
            Tags       = @('container', 'oci', 'docker', 'freebsd', 'jail', 'linux', 'namespaces', 'PSEdition_Core', 'Linux')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}
