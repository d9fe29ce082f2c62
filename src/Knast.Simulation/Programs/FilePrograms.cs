using System.Buffers.Binary;
using System.Text;
using Knast.Native.FreeBsd.Files;
using Knast.Native.Kernel;
using Knast.Simulation.Launching;
using OpenFlags = Knast.Simulation.Descriptors.OpenFlags;

namespace Knast.Simulation.Programs;

/// <summary>pwd(1), ls(1), touch(1), mkdir(1) and rm(1).</summary>
internal static class FilePrograms
{
    private const int LongestPath = 1024;
    private const int BlockSize = 4096;

    public static int WorkingDirectory(UserSpace user, string[] arguments)
    {
        user.Write(1, GetWorkingDirectory(user) + "\n");
        return 0;
    }

    /// <summary>getcwd(3).</summary>
    public static string GetWorkingDirectory(UserSpace user)
    {
        byte[] path = new byte[LongestPath];
        user.Require(326, path, path.Length);
        return Encoding.Latin1.GetString(path, 0, Array.IndexOf(path, (byte)0));
    }

    public static int List(UserSpace user, string[] arguments)
    {
        bool hasAll = arguments.Skip(1).Any(static option => option.StartsWith('-') && option.Contains('a', StringComparison.Ordinal));
        string[] paths = [.. arguments.Skip(1).Where(static argument => !argument.StartsWith('-'))];
        int status = 0;
        foreach (string path in paths.Length == 0 ? ["."] : paths)
        {
            status |= Do(user, "ls", path, () => user.Write(1, string.Concat(
                Entries(user, path).Where(name => hasAll || !name.StartsWith('.')).Order(StringComparer.Ordinal).Select(static name => name + "\n"))));
        }

        return status;
    }

    public static int Touch(UserSpace user, string[] arguments) => ForEach(user, "touch", arguments, path =>
    {
        user.Close(user.Open(path, OpenFlags.WriteOnly | OpenFlags.Create));
        user.Try(547, -100, path, 0, 0);
    });

    public static int MakeDirectory(UserSpace user, string[] arguments)
    {
        bool hasParents = arguments.Contains("-p");
        return ForEach(user, "mkdir", arguments, path =>
        {
            if (hasParents)
            {
                for (int slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
                {
                    user.Try(136, path[..slash], 0x1FF);
                }
            }

            SystemCallResult result = user.Try(136, path, 0x1FF);
            ErrorCode error = ErrorCodes.FromErrno(KernelSystem.FreeBsd, result.Errno);
            KernelError.Unless(!result.Failed || (hasParents && error == ErrorCode.EEXIST), error);
        });
    }

    public static int Remove(UserSpace user, string[] arguments) => ForEach(user, "rm", arguments, path => user.Require(10, path));

    private static int ForEach(UserSpace user, string program, string[] arguments, Action<string> act)
    {
        int status = 0;
        foreach (string path in arguments.Skip(1).Where(static argument => !argument.StartsWith('-')))
        {
            status |= Do(user, program, path, () => act(path));
        }

        return status;
    }

    private static int Do(UserSpace user, string program, string path, Action act)
    {
        try
        {
            act();
            return 0;
        }
        catch (KernelError error)
        {
            user.Write(2, $"{program}: {path}: {ErrorCodes.Describe(error.Code)}\n");
            return 1;
        }
    }

    private static List<string> Entries(UserSpace user, string path)
    {
        int descriptor;
        try
        {
            descriptor = user.Open(path, OpenFlags.ReadOnly | OpenFlags.Directory);
        }
        catch (KernelError error) when (error.Code == ErrorCode.ENOTDIR)
        {
            return [path];
        }

        var names = new List<string>();
        byte[] block = new byte[BlockSize];
        for (int length; (length = (int)user.Require(554, descriptor, block, block.Length, 0)) > 0;)
        {
            for (int offset = 0; offset < length; offset += BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(offset + DirentLayout.RecordLength)))
            {
                int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(block.AsSpan(offset + DirentLayout.NameLength));
                names.Add(Encoding.Latin1.GetString(block, offset + DirentLayout.Name, nameLength));
            }
        }

        user.Close(descriptor);
        return names;
    }
}
