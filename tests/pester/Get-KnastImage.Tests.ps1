BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
    [void] (Import-KnastImage "$folder/tree" -Reference example.com/team/app:2 -Label @{ app = 'shop' })
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Get-KnastImage' {
    It 'gets all' {
        $images = Get-KnastImage
        $images.Reference | Sort-Object | Should -Be @('busybox:latest', 'example.com/team/app:2')
        $images[0] | Should -BeOfType Knast.Image
    }

    It 'gets by <What>' -ForEach @(
        @{ What = 'reference'; Reference = 'busybox:latest'; Expected = 'busybox:latest' }
        @{ What = 'reference without tag'; Reference = 'busybox'; Expected = 'busybox:latest' }
        @{ What = 'normalised reference'; Reference = 'docker.io/library/busybox'; Expected = 'busybox:latest' }
        @{ What = 'wildcard'; Reference = 'example.com/*'; Expected = 'example.com/team/app:2' }
        @{ What = 'wildcard of nothing'; Reference = 'nosuch*'; Expected = @() }
    ) {
        @(Get-KnastImage $Reference | ForEach-Object Reference) | Should -Be @($Expected)
    }

    It 'gets by the beginning of an id' {
        $image = Get-KnastImage busybox
        (Get-KnastImage $image.Id).Reference | Should -Be busybox:latest
        (Get-KnastImage $image.Id.Substring(7, 10)).Reference | Should -Be busybox:latest
    }

    It 'gets by label' {
        (Get-KnastImage -Label app=shop).Reference | Should -Be example.com/team/app:2
        (Get-KnastImage -Label purpose).Reference | Should -Be busybox:latest
    }

    It 'counts containers' {
        $container = New-KnastContainer busybox -Command true
        (Get-KnastImage busybox).Containers | Should -Be 1
        (Get-KnastImage | Where-Object Containers -eq 0).Reference | Should -Be example.com/team/app:2
        $container | Remove-KnastContainer -Force
        (Get-KnastImage busybox).Containers | Should -Be 0
    }

    It 'says that there is no such image' {
        Get-KnastImage nosuch -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $problems.FullyQualifiedErrorId | Should -Be 'ImageNotFound,Knast.PowerShell.Commands.GetKnastImageCommand'
        $problems.CategoryInfo.Category | Should -Be ObjectNotFound
    }

    It 'becomes sensible JSON' {
        (Get-KnastImage busybox | ConvertTo-Json | ConvertFrom-Json).Reference | Should -Be busybox:latest
    }
}
