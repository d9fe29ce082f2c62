BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
    $folder = New-TestRoot
}

AfterAll {
    Remove-TestRoot $folder
}

Describe 'Invoke-KnastImage' {
    It 'gives the lines of standard output' {
        $lines = Invoke-KnastImage busybox -Command sh, -c, 'echo one; echo two'
        $lines | Should -Be @('one', 'two')
        $lines[0] | Should -BeOfType string
    }

    It 'runs the image''s own command where none is given' {
        Invoke-KnastImage busybox -PassThru | ForEach-Object ExitCode | Should -Be 0
    }

    It 'sets $LASTEXITCODE, which is no error by itself' {
        Invoke-KnastImage busybox -Command sh, -c, 'exit 7' -ErrorVariable problems
        $LASTEXITCODE | Should -Be 7
        $problems | Should -BeNullOrEmpty
        Invoke-KnastImage busybox -Command true
        $LASTEXITCODE | Should -Be 0
    }

    It 'makes an exit code an error with -ErrorOnExitCode' {
        Invoke-KnastImage busybox -Command false -ErrorOnExitCode -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems.FullyQualifiedErrorId | Should -Be 'CommandFailed,Knast.PowerShell.Commands.InvokeKnastImageCommand'
        Invoke-KnastImage busybox -Command true -ErrorOnExitCode -ErrorVariable problems
        $problems | Should -BeNullOrEmpty
    }

    It 'gives exit code, output and errors in one object with -PassThru' {
        $result = Invoke-KnastImage busybox -Command sh, -c, 'echo out; echo oops >&2; exit 2' -PassThru
        $result | Should -BeOfType Knast.CommandResult
        $result.ExitCode | Should -Be 2
        $result.Output | Should -Be out
        $result.Error | Should -Be oops
    }

    It 'shows standard error through the information stream' {
        $lines = Invoke-KnastImage busybox -Command sh, -c, 'echo out; echo oops >&2' -InformationVariable shown -ErrorVariable problems 6>$null
        $lines | Should -Be out
        "$shown" | Should -Be oops
        $problems | Should -BeNullOrEmpty
    }

    It 'hands lines on as they come, and removes the container when nobody wants more' {
        $watch = [Diagnostics.Stopwatch]::StartNew()
        Invoke-KnastImage busybox -Command sh, -c, 'echo first; sleep 60' | Select-Object -First 1 | Should -Be first
        $watch.Elapsed.TotalSeconds | Should -BeLessThan 30
        Get-KnastContainer | Should -BeNullOrEmpty
    }

    It 'leaves nothing' {
        $before = Get-Residue
        [void] (Invoke-KnastImage busybox -Command true)
        [void] (Invoke-KnastImage busybox -Command /no/such/program -ErrorAction SilentlyContinue)
        Get-Residue | Should -Be $before
    }

    It 'runs many at once' {
        $results = 1..6 | ForEach-Object -Parallel { Invoke-KnastImage busybox -Command echo, $_ } -ThrottleLimit 3
        $results | Sort-Object | Should -Be @('1', '2', '3', '4', '5', '6')
    }

    It 'does nothing with -WhatIf' {
        Invoke-KnastImage busybox -Command true -WhatIf | Should -BeNullOrEmpty
    }

    It 'says that the command is missing, and runs the next' {
        Invoke-KnastImage busybox -Command nosuchcommand -ErrorAction SilentlyContinue -ErrorVariable problems
        $problems[0].Exception.Message | Should -BeLike '*nosuchcommand*'
        @('unknown', 'busybox' | Invoke-KnastImage -Pull Never -Command echo, here -ErrorAction SilentlyContinue) | Should -Be here
    }

    It 'uses the host''s network only when it is told to' {
        $own = Invoke-KnastImage busybox -Command sh, -c, 'ip -o link | wc -l'
        $own.Trim() | Should -Be 1
        [IO.Directory]::GetDirectories('/sys/class/net').Count | Should -Be ([int] (Invoke-KnastImage busybox -Network host -Command sh, -c, 'ls /sys/class/net | wc -w'))
    }
}
