using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Knast.Runtime.State;

/// <summary>Files that are replaced whole or not at all.</summary>
internal static class StateFile
{
    /// <summary>Replaces a file by renaming.</summary>
    public static void Write<T>(string path, T value, JsonTypeInfo<T> type)
    {
        string temporary = $"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.tmp";
        try
        {
            using (FileStream stream = File.Create(temporary))
            {
                JsonSerializer.Serialize(stream, value, type);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    /// <summary>Reads a file; null when it is not there.</summary>
    /// <exception cref="KnastException"><c>StateDamaged</c>.</exception>
    public static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(bytes, type);
        }
        catch (JsonException error)
        {
            throw new KnastException(
                "StateDamaged", KnastErrorKind.InvalidData, $"The state file {path} is damaged: {error.Message}", path,
                "Remove the container with Remove-KnastContainer -Force.", error);
        }
    }
}
