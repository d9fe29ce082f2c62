using Knast.Native.Kernel;
using Knast.Native.Programs;

namespace Knast.Simulation.Launching;

/// <summary>Checks an image before anything of it is played, with the same refusals as launcher/player.c.</summary>
internal static class ProgramCheck
{
    private const byte FreeBsd = 2;
    private const int LargestStatus = 255;

    private static readonly int[] s_operandCounts = [0, 0, 1, 2, 1, 2, 0, 1, 7];

    /// <summary>Why the image is refused, and which record or relocation it is about; null where it is sound.</summary>
    public static (ProgramRefusal Why, uint Index)? Find(byte[] bytes)
    {
        if (bytes.Length is < ProgramFormat.HeaderSize or > ProgramFormat.LargestProgram)
        {
            return (ProgramRefusal.Size, (uint)bytes.Length);
        }

        var image = new ProgramImage(bytes);
        if (CheckHeader(image) is { } refused)
        {
            return (refused, 0);
        }

        for (uint index = 0; index < image.RecordCount; index++)
        {
            if (CheckRecord(image, index) is { } why)
            {
                return (why, index);
            }
        }

        for (uint index = 0; index < image.RelocationCount; index++)
        {
            (uint at, uint to) = image.Relocation(index);
            if (!IsWithin(at, 8, image.DataSize) || to > image.DataSize)
            {
                return (ProgramRefusal.Relocation, index);
            }
        }

        return null;
    }

    private static bool IsWithin(ulong offset, ulong length, ulong size) => offset <= size && length <= size - offset;

    private static ProgramRefusal? CheckHeader(ProgramImage image)
    {
        byte architecture = KernelTarget.LocalArchitecture == KernelArchitecture.Amd64 ? (byte)1 : (byte)2;
        if (image.Magic != ProgramFormat.Magic)
        {
            return ProgramRefusal.Magic;
        }

        if (image.Version != ProgramFormat.Version)
        {
            return ProgramRefusal.Version;
        }

        if (image.System != FreeBsd || image.Architecture != architecture)
        {
            return ProgramRefusal.Target;
        }

        ulong tables = ProgramFormat.HeaderSize + ((ulong)image.RecordCount * ProgramFormat.RecordSize)
            + ((ulong)image.RelocationCount * ProgramFormat.EntrySize) + ((ulong)image.OnErrnoCount * ProgramFormat.EntrySize);
        ulong data = (tables + ProgramFormat.DataAlignment - 1) & ~(ulong)(ProgramFormat.DataAlignment - 1);
        bool isRight = image.RecordCount <= ProgramFormat.MaximumRecords && image.RegisterCount <= ProgramFormat.MaximumRegisters
            && image.FailureStatus <= LargestStatus && image.TotalSize == (uint)image.Bytes.Length && image.DataOffset == data
            && (ulong)image.DataOffset + image.DataSize == (ulong)image.Bytes.Length;
        return isRight ? null : ProgramRefusal.Layout;
    }

    private static ProgramRefusal? CheckRecord(ProgramImage image, uint index)
    {
        ImageRecord record = image.Record(index);
        if (record.Kind is < RecordKind.Call or > RecordKind.Monitor)
        {
            return ProgramRefusal.Kind;
        }

        bool isCounted = record.Kind == RecordKind.Call
            ? record.OperandCount <= ProgramFormat.MaximumOperands
            : record.OperandCount == s_operandCounts[(int)record.Kind];
        if (!isCounted || !Enumerable.Range(0, record.OperandCount).All(operand => IsSound(image, record.OperandKind(operand), record.Operand(operand))))
        {
            return ProgramRefusal.Operand;
        }

        if (!IsRegister(image, record.Result) || !IsRegister(image, record.Second))
        {
            return ProgramRefusal.Register;
        }

        if (!IsWithin(record.OnErrnoFirst, record.OnErrnoCount, image.OnErrnoCount) || !SkipsAreSound(image, record, index))
        {
            return ProgramRefusal.OnErrno;
        }

        return record.Kind switch
        {
            RecordKind.Patch when !PatchIsSound(image, record) => ProgramRefusal.Patch,
            RecordKind.Fork when !ForkIsSound(image, record, index) => ProgramRefusal.Fork,
            _ => null,
        };
    }

    private static bool IsSound(ProgramImage image, OperandKind kind, ulong operand) => kind switch
    {
        OperandKind.Immediate => true,
        OperandKind.Address => operand <= image.DataSize,
        OperandKind.Register => operand < image.RegisterCount,
        OperandKind.Load8 => IsWithin(operand, 1, image.DataSize),
        OperandKind.Load16 => IsWithin(operand, 2, image.DataSize),
        OperandKind.Load32 => IsWithin(operand, 4, image.DataSize),
        OperandKind.Load64 => IsWithin(operand, 8, image.DataSize),
        _ => false,
    };

    private static bool IsRegister(ProgramImage image, ushort number) => number == ProgramFormat.NoRegister || number < image.RegisterCount;

    private static bool SkipsAreSound(ProgramImage image, ImageRecord record, uint index)
    {
        for (uint entry = 0; entry < record.OnErrnoCount; entry++)
        {
            if (!IsWithin((ulong)index + 1, image.OnErrno(record.OnErrnoFirst + entry).Skip, image.RecordCount))
            {
                return false;
            }
        }

        return true;
    }

    private static bool PatchIsSound(ProgramImage image, ImageRecord record)
    {
        ulong length = record.Number == 0 ? RegisterPatch.DecimalLength : record.Number;
        return record.Number is 0 or 1 or 2 or 4 or 8 && record.OperandKind(1) == OperandKind.Immediate
            && IsWithin(record.Operand(1), length, image.DataSize);
    }

    private static bool ForkIsSound(ProgramImage image, ImageRecord record, uint index) =>
        record.OperandKind(0) == OperandKind.Immediate && record.Operand(0) > index && record.Operand(0) <= image.RecordCount && record.Number == 0;
}
