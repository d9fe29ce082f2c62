BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Wait-KnastContainer' {
    AfterEach {
        Get-KnastContainer | Remove-KnastContainer -Force
    }

    It 'returns containers when they have ended' {
        $ended = 1..3 | ForEach-Object { New-KnastContainer busybox -Command sh, -c, "sleep 0.1; exit $_" } | Start-KnastContainer | Wait-KnastContainer -Timeout 20
        $ended.ExitCode | Should -Be @(1, 2, 3)
    }

    It 'waits for a container to run' {
        [void] (New-KnastContainer busybox -Name web -Command sleep, 60 | Start-KnastContainer)
        (Wait-KnastContainer web -Condition Running -Timeout 5).Status | Should -Be Running
    }

    It 'says when the time is over, for all of them together' {
        $containers = 1..3 | ForEach-Object { New-KnastContainer busybox -Command sleep, 60 } | Start-KnastContainer
        $watch = [Diagnostics.Stopwatch]::StartNew()
        $containers | Wait-KnastContainer -Timeout 0.3 -ErrorAction SilentlyContinue -ErrorVariable problems | Should -BeNullOrEmpty
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 10
        $problems.Count | Should -Be 3
        $problems[0].FullyQualifiedErrorId | Should -Be 'WaitTimeout,Knast.PowerShell.Commands.WaitKnastContainerCommand'
        $problems[0].CategoryInfo.Category | Should -Be OperationTimeout
    }

    It 'waits in a job' {
        [void] (New-KnastContainer busybox -Name job -Command sh, -c, 'sleep 0.2; exit 6' | Start-KnastContainer)
        $job = Wait-KnastContainer job -AsJob
        $ended = $job | Wait-Job -Timeout 20 | Receive-Job
        $ended.ExitCode | Should -Be 6
        $job.State | Should -Be Completed
    }
}
