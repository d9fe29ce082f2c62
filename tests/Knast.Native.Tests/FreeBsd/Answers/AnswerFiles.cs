using System.Reflection;
using System.Text.Json;
using Knast.Native.Kernel;
using Xunit.Sdk;
using Xunit.v3;

namespace Knast.Native.Tests.FreeBsd.Answers;

/// <summary>The files of a recording: JSON lines, by the class of the test that is running.</summary>
internal sealed class AnswerFiles(string directory, KernelTarget target)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, FileStream> _files = [];
    private string? _test;

    /// <summary>Adds a line to the file of the running test.</summary>
    /// <param name="write">Writes the properties of the line's object.</param>
    public void Write(Action<Utf8JsonWriter> write)
    {
        // Descriptors that a finalizer closes belong to no test.
        if (TestContext.Current.TestMethod is not { } method || TestContext.Current.TestClass is not { } type || !IsRecorded(method, type))
        {
            return;
        }

        lock (_lock)
        {
            FileStream file = Open(NameOf(type));
            if (_test != TestContext.Current.Test?.UniqueID)
            {
                _test = TestContext.Current.Test?.UniqueID;
                WriteLine(file, json => json.WriteString("test", method.MethodName));
            }

            WriteLine(file, write);
        }
    }

    /// <summary>The name of a test class's file, without its extension.</summary>
    public static string NameOf(ITestClass type) => type.TestClassName[(typeof(FreeBsdFacadeSuite).Namespace!.Length + 1)..];

    private static bool IsRecorded(ITestMethod method, ITestClass type) =>
        type is IXunitTestClass { Class: Type @class } && @class.IsSubclassOf(typeof(FreeBsdFacadeSuite))
        && method is IXunitTestMethod { Method: MethodInfo test } && !test.IsDefined(typeof(NotRecordedAttribute));

    private FileStream Open(string name)
    {
        if (!_files.TryGetValue(name, out FileStream? file))
        {
            Directory.CreateDirectory(directory);
            _files[name] = file = new FileStream(Path.Combine(directory, name + ".jsonl"), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            WriteLine(file, json =>
            {
                json.WriteString("system", target.Name);
                json.WriteNumber("version", target.Version);
            });
        }

        return file;
    }

    private static void WriteLine(FileStream file, Action<Utf8JsonWriter> write)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line, AnswerText.Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        line.WriteByte((byte)'\n');
        file.Write(line.GetBuffer(), 0, (int)line.Length);
    }
}
