BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'The streams that tell what is done' {
    It 'names with -Verbose what is done, in words' {
        $lines = New-KnastContainer busybox -Name told -Command true -Verbose 4>&1 | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] } | ForEach-Object Message
        $lines | Should -Contain "Creating container 'told' from busybox."
        $lines -match '^Starting a process that plays a program of \d+ steps' | Should -HaveCount 1
        $lines = Remove-KnastContainer told -Force -Verbose 4>&1 | ForEach-Object Message
        $lines -match '^Removing /' | Should -Not -BeNullOrEmpty
    }

    It 'names with -Debug each request to the kernel with its arguments' {
        $DebugPreference = 'Continue'
        $lines = Test-KnastHost 5>&1 | Where-Object { $_ -is [System.Management.Automation.DebugRecord] } | ForEach-Object Message
        $lines -match '^\w+\(.*\) = ' | Should -Not -BeNullOrEmpty
    }

    It 'says nothing without' {
        $lines = New-KnastContainer busybox -Name quiet -Command true 4>&1 5>&1
        @($lines).Count | Should -Be 1
    }
}
