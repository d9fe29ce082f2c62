using System.Security;

namespace Knast.Shell.Hosting;

/// <summary>A line typed without echo.</summary>
internal static class SecretLine
{
    /// <summary>The secret, or null where the user took it back with Ctrl+C, or the keys end.</summary>
    public static SecureString? Read(Func<ConsoleKeyInfo?> readKey)
    {
        bool inherited = Console.TreatControlCAsInput;
        Console.TreatControlCAsInput = true;
        try
        {
            return ReadKeys(readKey);
        }
        finally
        {
            Console.TreatControlCAsInput = inherited;
        }
    }

    public static SecureString FromText(string text)
    {
        var secret = new SecureString();
        foreach (char c in text)
        {
            secret.AppendChar(c);
        }

        secret.MakeReadOnly();
        return secret;
    }

    private static SecureString? ReadKeys(Func<ConsoleKeyInfo?> readKey)
    {
        var secret = new SecureString();
        while (true)
        {
            if (readKey() is not { } key || (key.Key == ConsoleKey.C && (key.Modifiers & ConsoleModifiers.Control) != 0))
                return null;
            if (key.Key == ConsoleKey.Enter)
            {
                Console.Out.WriteLine();
                secret.MakeReadOnly();
                return secret;
            }

            if (key.Key == ConsoleKey.Backspace && secret.Length > 0)
                secret.RemoveAt(secret.Length - 1);
            else if (!char.IsControl(key.KeyChar))
                secret.AppendChar(key.KeyChar);
        }
    }
}
