BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Start-KnastContainer' {
    AfterEach {
        Get-KnastContainer | Remove-KnastContainer -Force
    }

    It 'returns the running container' {
        $container = New-KnastContainer busybox -Name web -Command sleep, 60 | Start-KnastContainer
        $container | Should -BeOfType Knast.Container
        $container.Status | Should -Be Running
        $container.Started | Should -Not -BeNullOrEmpty
    }

    It 'starts by name, by wildcard and by id' {
        1..3 | ForEach-Object { [void] (New-KnastContainer busybox -Name "web$_" -Command sleep, 60) }
        (Start-KnastContainer web1).Name | Should -Be web1
        (Start-KnastContainer web[2-9]).Name | Should -Be @('web2', 'web3')
    }

    It 'waits for the end with -Wait' {
        $container = New-KnastContainer busybox -Command sh, -c, 'exit 5' | Start-KnastContainer -Wait
        $container.Status | Should -Be Stopped
        $container.ExitCode | Should -Be 5
    }

    It 'starts a container anew that has ended, with the files that it had' {
        $container = New-KnastContainer busybox -Name again -Command sh, -c, 'echo x >> /file; wc -l < /file'
        [void] ($container | Start-KnastContainer -Wait)
        [void] ($container | Start-KnastContainer -Wait)
        (Get-KnastContainerLog again -Tail 1).Text.Trim() | Should -Be 2
    }

    It 'does nothing with -WhatIf' {
        [void] (New-KnastContainer busybox -Name web -Command sleep, 60)
        Start-KnastContainer web -WhatIf
        (Get-KnastContainer web).Status | Should -Be Created
    }

    It 'refuses to start one that runs' {
        [void] (New-KnastContainer busybox -Name web -Command sleep, 60 | Start-KnastContainer)
        Start-KnastContainer web -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].CategoryInfo.Category | Should -Be InvalidOperation
        $problems[0].TargetObject.Name | Should -Be web
    }

    It 'says that there is no such container, and starts the others' {
        [void] (New-KnastContainer busybox -Name web -Command sleep, 60)
        $started = @('nobody', 'web' | Start-KnastContainer -ErrorAction SilentlyContinue -ErrorVariable problems)
        $started.Name | Should -Be web
        $problems.FullyQualifiedErrorId | Should -BeLike 'ContainerNotFound,*StartKnastContainerCommand'
        $problems.CategoryInfo.Category | Should -Be ObjectNotFound
    }
}
