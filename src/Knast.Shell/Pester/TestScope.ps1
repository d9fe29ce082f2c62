# Run with the call operator, a script file opens a scope of its own for $script: variables; each test file is run inside one.
$args[0].Invoke()
