namespace Knast.Oci.RuntimeSpec.Validation;

/// <summary>Hooks.</summary>
internal static class HookRules
{
    private const string Rule = "runtime-spec config.md#posix-platform-hooks";

    public static void Check(Hooks hooks, Findings findings)
    {
        Check(hooks.Prestart, "/hooks/prestart", findings);
        Check(hooks.CreateRuntime, "/hooks/createRuntime", findings);
        Check(hooks.CreateContainer, "/hooks/createContainer", findings);
        Check(hooks.StartContainer, "/hooks/startContainer", findings);
        Check(hooks.Poststart, "/hooks/poststart", findings);
        Check(hooks.Poststop, "/hooks/poststop", findings);
    }

    private static void Check(IReadOnlyList<Hook> hooks, string pointer, Findings findings)
    {
        for (var i = 0; i < hooks.Count; i++)
        {
            var (hook, here) = (hooks[i], $"{pointer}/{i}");
            findings.AbsolutePath(hook.Path, $"{here}/path", "The path of the hook", Rule);
            findings.Environment(hook.Env, $"{here}/env", Rule);
            for (var j = 0; j < hook.Args.Count; j++)
                findings.Text(hook.Args[j], $"{here}/args/{j}", Rule);
            if (hook.Timeout <= 0)
                findings.Add($"{here}/timeout", $"The timeout of {hook.Timeout} seconds is not greater than zero.", Rule);
        }
    }
}
