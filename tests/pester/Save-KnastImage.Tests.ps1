# KNAST_TEST_REGISTRY names a registry on this machine with the image test/busybox:1; without it only what needs none is tested.
BeforeDiscovery {
    $registry = [Environment]::GetEnvironmentVariable('KNAST_TEST_REGISTRY')
}

BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
    $registry = [Environment]::GetEnvironmentVariable('KNAST_TEST_REGISTRY')
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Save-KnastImage' -Skip:(-not $registry) {
    AfterEach {
        Get-KnastContainer | Remove-KnastContainer -Force
        Remove-KnastImage "$registry/*" -Force
    }

    It 'pulls an image' {
        $image = Save-KnastImage "$registry/test/busybox:1"
        $image | Should -BeOfType Knast.Image
        $image.Reference | Should -Be "$registry/test/busybox:1"
        Invoke-KnastImage $image -Command echo, pulled | Should -Be pulled
    }

    It 'pulls, creates and starts in one pipeline' {
        $containers = Save-KnastImage "$registry/test/busybox:1", "$registry/test/other:1" | New-KnastContainer -Command sleep, 60 | Start-KnastContainer
        $containers.Count | Should -Be 2
        $containers.Status | Should -Be @('Running', 'Running')
    }

    It 'pulls by digest' {
        $digest = (Save-KnastImage "$registry/test/busybox:1").Digest
        Remove-KnastImage "$registry/*" -Force
        (Save-KnastImage "$registry/test/busybox@$digest").Digest | Should -Be $digest
    }

    It 'is not needed before New-KnastContainer, which pulls what is missing' {
        (New-KnastContainer "$registry/test/busybox:1" -Command true).Status | Should -Be Created
        (Get-KnastImage "$registry/test/busybox:1").Containers | Should -Be 1
    }

    It 'pulls in a job' {
        $job = Save-KnastImage "$registry/test/busybox:1" -AsJob
        ($job | Wait-Job -Timeout 60 | Receive-Job).Reference | Should -Be "$registry/test/busybox:1"
    }

    It 'says that the registry has no such image, and pulls the others' {
        $images = @('nosuch', 'busybox' | ForEach-Object { "$registry/test/${_}:1" } | Save-KnastImage -ErrorAction SilentlyContinue -ErrorVariable problems)
        $images.Count | Should -Be 1
        $problems.FullyQualifiedErrorId | Should -Be 'ImageNotFound,Knast.PowerShell.Commands.SaveKnastImageCommand'
        $problems.CategoryInfo.Category | Should -Be ObjectNotFound
    }
}

Describe 'Save-KnastImage without a registry' {
    It 'refuses what is no reference' {
        { Save-KnastImage 'No Image' -ErrorAction Stop } | Should -Throw -ErrorId 'ReferenceInvalid,Knast.PowerShell.Commands.SaveKnastImageCommand'
    }

    It 'refuses what is no platform' {
        { Save-KnastImage busybox -Platform '///' } | Should -Throw -ErrorId 'PlatformInvalid,Knast.PowerShell.Commands.SaveKnastImageCommand'
    }

    It 'does nothing with -WhatIf' {
        Save-KnastImage example.com/never -WhatIf
        Get-KnastImage example.com/* | Should -BeNullOrEmpty
    }
}
