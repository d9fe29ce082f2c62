BeforeAll {
    . $PSScriptRoot/TestRoot.ps1
}

Describe 'Test-KnastHost' {
    It 'gives one object a check' {
        $checks = Test-KnastHost
        $checks.Count | Should -BeGreaterThan 3
        $checks[0] | Should -BeOfType Knast.HostCheck
        $checks.Name | Should -Contain Namespaces
        $checks | Where-Object Status -eq Missing | ForEach-Object { "$($_.Detail)$($_.Remedy)" | Should -Not -BeNullOrEmpty }
    }

    It 'gives the checks asked for' {
        (Test-KnastHost Kernel).Name | Should -Be Kernel
        Test-KnastHost nosuch* | Should -BeNullOrEmpty
    }

    It 'makes nothing on disk' {
        $root = "$([IO.Path]::GetTempPath())/knast-untouched-$PID"
        [void] (Test-KnastHost -Root $root)
        $root | Should -Not -Exist
    }
}
