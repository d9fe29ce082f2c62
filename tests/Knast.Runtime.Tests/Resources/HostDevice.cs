namespace Knast.Runtime.Tests.Resources;

/// <summary>A block device that this host lets us open: only then a container's failure is the filter's doing.</summary>
/// <param name="Major">Its major number.</param>
/// <param name="Minor">Its minor number.</param>
internal sealed record HostDevice(int Major, int Minor)
{
    public static HostDevice FindBlock()
    {
        foreach (string disk in Directory.EnumerateDirectories("/sys/block"))
        {
            if (CanOpen($"/dev/{Path.GetFileName(disk)}"))
            {
                int[] numbers = [.. File.ReadAllText(Path.Combine(disk, "dev")).Split(':').Select(int.Parse)];
                return new HostDevice(numbers[0], numbers[1]);
            }
        }

        Assert.Skip("No block device can be opened on this host.");
        return null!;
    }

    private static bool CanOpen(string path)
    {
        try
        {
            File.OpenHandle(path).Dispose();
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
