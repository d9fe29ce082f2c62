# What test files may rely on. The same file passes with Pester 5 and 6.

BeforeDiscovery {
    $fruits = @(
        @{ Name = 'apple'; Colour = 'red' }
        @{ Name = 'plum'; Colour = 'blue' }
    )
}

BeforeAll {
    $fromFile = 'file'
    function Get-Twice($Number) { 2 * $Number }
}

Describe 'scopes' {
    BeforeAll {
        $fromDescribe = 'describe'
        $counter = @{ Each = 0 }
        $script:shared = 1
    }

    BeforeEach {
        $fresh = 'set before each test'
        $counter.Each++
    }

    AfterEach {
        $counter.Each | Should -BeGreaterThan 0
    }

    It 'sees the variables and functions of BeforeAll, of the file and of the block' {
        $fromFile | Should -Be 'file'
        $fromDescribe | Should -Be 'describe'
        Get-Twice 21 | Should -Be 42
    }

    It 'shares its scope with BeforeEach' {
        $fresh | Should -Be 'set before each test'
        $fresh = 'changed'
        $leak = 1
        $fromDescribe = 'changed'
    }

    It 'does not see what another test has set' {
        $fresh | Should -Be 'set before each test'
        $leak | Should -BeNullOrEmpty
        $fromDescribe | Should -Be 'describe'
    }

    It 'has run BeforeEach once for each test' {
        $counter.Each | Should -Be 4
    }

    It 'keeps script variables' {
        $script:shared++
        $script:shared | Should -Be 2
    }

    Context 'nested' {
        BeforeAll {
            $nested = "$fromDescribe, nested"
        }

        BeforeEach {
            $order = "$fresh, then inside"
        }

        It 'sees the outer block' {
            $nested | Should -Be 'describe, nested'
            $script:shared | Should -Be 2
        }

        It 'runs the outer BeforeEach first' {
            $order | Should -Be 'set before each test, then inside'
        }
    }

    It 'does not see the variables of an inner block' {
        $nested | Should -BeNullOrEmpty
    }
}

Describe 'cases' {
    It 'has a variable for each key: <Name> is <Colour>' -ForEach $fruits {
        $Name | Should -BeIn 'apple', 'plum'
        $_.Colour | Should -Be $Colour
    }

    It 'binds keys to parameters: <Name>' -TestCases $fruits {
        param($Name, $Colour)
        "$Name $Colour" | Should -Match '^(apple red|plum blue)$'
    }

    It 'has $_ for plain values: <_>' -ForEach 1, 2, 3 {
        $_ | Should -BeIn 1, 2, 3
    }

    Context 'of a block: <Name>' -ForEach $fruits {
        BeforeAll {
            $inBeforeAll = $Name
        }

        It 'has the data in every place' {
            $inBeforeAll | Should -Be $Name
            $_.Name | Should -Be $Name
        }
    }
}

Describe 'what is not run' {
    It 'is skipped' -Skip {
        throw 'not reached'
    }

    It 'is skipped by a condition' -Skip:($true) {
        throw 'not reached'
    }

    It 'skips itself' {
        Set-ItResult -Skipped -Because 'it was told to'
        throw 'not reached'
    }

    Context 'a whole block' -Skip {
        BeforeAll {
            throw 'not reached'
        }

        It 'is skipped with it' {
            throw 'not reached'
        }
    }
}

Describe 'TestDrive' {
    BeforeAll {
        Set-Content -Path "$TestDrive/outer.txt" -Value 'outer'
    }

    Context 'inside' {
        It 'has a folder and a drive' {
            Set-Content -Path TestDrive:/inner.txt -Value 'inner line'
            "$TestDrive/inner.txt" | Should -Exist
            "$TestDrive/outer.txt" | Should -Exist
            "$TestDrive/inner.txt" | Should -FileContentMatch 'LINE$'
        }
    }

    It 'has lost what the inner block made, and kept the rest' {
        "$TestDrive/inner.txt" | Should -Not -Exist
        "$TestDrive/outer.txt" | Should -Exist
    }
}

Describe 'Should' {
    It 'holds: <Name>' -ForEach @(
        @{ Name = 'Be'; Code = { 'A' | Should -Be 'a' } }
        @{ Name = 'Be, numbers'; Code = { 1 | Should -Be 1.0 } }
        @{ Name = 'Be, collections'; Code = { 1, 2 | Should -Be @(1, 2) } }
        @{ Name = 'Be, null'; Code = { $null | Should -Be $null } }
        @{ Name = 'Not Be'; Code = { 'a' | Should -Not -Be 'b' } }
        @{ Name = 'BeExactly'; Code = { 'A' | Should -BeExactly 'A' } }
        @{ Name = 'BeGreaterThan'; Code = { 2 | Should -BeGreaterThan 1 } }
        @{ Name = 'BeLessThan'; Code = { 1 | Should -BeLessThan 2 } }
        @{ Name = 'BeGreaterOrEqual'; Code = { 2 | Should -BeGreaterOrEqual 2 } }
        @{ Name = 'BeLessOrEqual'; Code = { 2 | Should -BeLessOrEqual 2 } }
        @{ Name = 'BeLike'; Code = { 'Abc' | Should -BeLike 'a*' } }
        @{ Name = 'BeLikeExactly'; Code = { 'abc' | Should -BeLikeExactly 'a*' } }
        @{ Name = 'Match'; Code = { 'Abc' | Should -Match '^a' } }
        @{ Name = 'MatchExactly'; Code = { 'abc' | Should -MatchExactly '^a' } }
        @{ Name = 'BeTrue'; Code = { 1 | Should -BeTrue } }
        @{ Name = 'BeFalse'; Code = { '' | Should -BeFalse } }
        @{ Name = 'BeNullOrEmpty, nothing'; Code = { @() | Should -BeNullOrEmpty } }
        @{ Name = 'BeNullOrEmpty, hashtable'; Code = { @{} | Should -BeNullOrEmpty } }
        @{ Name = 'Not BeNullOrEmpty'; Code = { 0 | Should -Not -BeNullOrEmpty } }
        @{ Name = 'BeOfType'; Code = { 1 | Should -BeOfType [int] } }
        @{ Name = 'BeOfType, name'; Code = { 1 | Should -BeOfType 'System.ValueType' } }
        @{ Name = 'Contain'; Code = { 1, 2 | Should -Contain 2 } }
        @{ Name = 'BeIn'; Code = { 'B' | Should -BeIn 'a', 'b' } }
        @{ Name = 'HaveCount'; Code = { 1, 2 | Should -HaveCount 2 } }
        @{ Name = 'HaveCount, ActualValue'; Code = { Should -ActualValue @(1, 2, 3) -HaveCount 3 } }
        @{ Name = 'Throw'; Code = { { throw 'boom' } | Should -Throw } }
        @{ Name = 'Throw, message'; Code = { { throw 'boom' } | Should -Throw -ExpectedMessage 'bo*' } }
        @{ Name = 'Throw, type'; Code = { { throw [ArgumentException]'x' } | Should -Throw -ExceptionType ([ArgumentException]) } }
        @{ Name = 'Throw, id'; Code = { { Write-Error 'x' -ErrorId Mine -ErrorAction Stop } | Should -Throw -ErrorId 'Mine*' } }
        @{ Name = 'Not Throw'; Code = { { 'fine' } | Should -Not -Throw } }
        @{ Name = 'HaveParameter'; Code = { Get-Command Import-Module | Should -HaveParameter Name -Mandatory } }
    ) {
        & $Code
    }

    It 'does not hold: <Name>' -ForEach @(
        @{ Name = 'Be'; Code = { 1 | Should -Be 2 } }
        @{ Name = 'Be, length'; Code = { 1, 2 | Should -Be 1 } }
        @{ Name = 'Not Be'; Code = { 'a' | Should -Not -Be 'A' } }
        @{ Name = 'BeExactly'; Code = { 'A' | Should -BeExactly 'a' } }
        @{ Name = 'BeGreaterThan'; Code = { 1 | Should -BeGreaterThan 1 } }
        @{ Name = 'BeLessThan'; Code = { 2 | Should -BeLessThan 2 } }
        @{ Name = 'BeGreaterOrEqual'; Code = { 1 | Should -BeGreaterOrEqual 2 } }
        @{ Name = 'BeLessOrEqual'; Code = { 3 | Should -BeLessOrEqual 2 } }
        @{ Name = 'BeLike'; Code = { 'abc' | Should -BeLike 'b*' } }
        @{ Name = 'BeLikeExactly'; Code = { 'Abc' | Should -BeLikeExactly 'a*' } }
        @{ Name = 'Match'; Code = { 'abc' | Should -Match '^b' } }
        @{ Name = 'MatchExactly'; Code = { 'Abc' | Should -MatchExactly '^a' } }
        @{ Name = 'BeTrue'; Code = { 0 | Should -BeTrue } }
        @{ Name = 'BeFalse'; Code = { 'x' | Should -BeFalse } }
        @{ Name = 'BeNullOrEmpty'; Code = { 'x' | Should -BeNullOrEmpty } }
        @{ Name = 'Not BeNullOrEmpty'; Code = { $null | Should -Not -BeNullOrEmpty } }
        @{ Name = 'BeOfType'; Code = { 1 | Should -BeOfType [string] } }
        @{ Name = 'Contain'; Code = { 1, 2 | Should -Contain 3 } }
        @{ Name = 'BeIn'; Code = { 3 | Should -BeIn 1, 2 } }
        @{ Name = 'HaveCount'; Code = { 1, 2 | Should -HaveCount 1 } }
        @{ Name = 'Exist'; Code = { '/nowhere/at/all' | Should -Exist } }
        @{ Name = 'Throw'; Code = { { 'fine' } | Should -Throw } }
        @{ Name = 'Throw, message'; Code = { { throw 'boom' } | Should -Throw -ExpectedMessage 'bang' } }
        @{ Name = 'Not Throw'; Code = { { throw 'boom' } | Should -Not -Throw } }
        @{ Name = 'HaveParameter'; Code = { Get-Command Import-Module | Should -HaveParameter Nonesuch } }
    ) {
        $failure = $null
        try { & $Code } catch { $failure = $_ }
        $failure.FullyQualifiedErrorId | Should -Be 'PesterAssertionFailed'
    }

    It 'gives the reason in the message' {
        $failure = $null
        try { 1 | Should -Be 2 -Because 'one is not two' } catch { $failure = $_ }
        $failure.Exception.Message | Should -Be 'Expected 2, because one is not two, but got 1.'
    }

    It 'writes the error with -PassThru' {
        $caught = { throw 'boom' } | Should -Throw -PassThru
        $caught.Exception.Message | Should -Be 'boom'
    }

    It 'lets errors that are written pass' {
        Write-Error 'only written' -ErrorAction SilentlyContinue
        $true | Should -BeTrue
    }
}
