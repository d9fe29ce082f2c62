BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
    [void] (New-KnastContainer busybox -Name talk -Command sh, -c, 'echo one; echo two >&2; echo three; printf four' | Start-KnastContainer -Wait)
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Get-KnastContainerLog' {
    It 'gives one object a line, in order' {
        $lines = Get-KnastContainerLog talk
        $lines[0] | Should -BeOfType Knast.ContainerLogLine
        ($lines | Where-Object Stream -eq Output).Text | Should -Be @('one', 'three', 'four')
        ($lines | Where-Object Stream -eq Error).Text | Should -Be two
        $lines[-1].Timestamp | Should -BeGreaterOrEqual $lines[0].Timestamp
    }

    It 'gives one stream only' {
        (Get-KnastContainerLog talk -Stream Error).Text | Should -Be two
    }

    It 'gives the last lines only' {
        (Get-KnastContainerLog talk -Stream Output -Tail 2).Text | Should -Be @('three', 'four')
        Get-KnastContainerLog talk -Tail 0 | Should -BeNullOrEmpty
    }

    It 'gives what was written from a time on' {
        @(Get-KnastContainerLog talk -Since ([timespan]::FromMinutes(5))).Count | Should -Be 4
        Get-KnastContainerLog talk -Since ([DateTimeOffset]::Now.AddMinutes(5)) | Should -BeNullOrEmpty
    }

    It 'follows until the end' {
        $container = New-KnastContainer busybox -Command sh, -c, 'for i in 1 2 3; do echo $i; sleep 0.1; done' | Start-KnastContainer
        ($container | Get-KnastContainerLog -Follow).Text | Should -Be @('1', '2', '3')
    }

    It 'ends the following when nobody wants more, and not the container' {
        $container = New-KnastContainer busybox -Command sh, -c, 'echo first; sleep 60' | Start-KnastContainer
        ($container | Get-KnastContainerLog -Follow | Select-Object -First 1).Text | Should -Be first
        ($container | Get-KnastContainer).Status | Should -Be Running
    }

    It 'says that there is no such container' {
        { Get-KnastContainerLog nobody -ErrorAction Stop } | Should -Throw -ErrorId 'ContainerNotFound,Knast.PowerShell.Commands.GetKnastContainerLogCommand'
    }
}
