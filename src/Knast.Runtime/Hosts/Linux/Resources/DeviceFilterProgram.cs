using Knast.Native.Linux.Bpf;

namespace Knast.Runtime.Hosts.Linux.Resources;

/// <summary>
/// Compiles device rules for a kernel (linux/bpf.h: struct bpf_cgroup_dev_ctx). The rules are tried from the last to the first;
/// each use asked for (read, write, make) is decided by the first rule that matches, and one denial is enough.
/// </summary>
internal static class DeviceFilterProgram
{
    private const int KindBits = 0xFFFF;
    private const int AccessShift = 16;
    private const short MajorOffset = 4;
    private const short MinorOffset = 8;

    private const BpfRegister Context = BpfRegister.R1;
    private const BpfRegister Kind = BpfRegister.R2;
    private const BpfRegister Undecided = BpfRegister.R3;
    private const BpfRegister Major = BpfRegister.R4;
    private const BpfRegister Minor = BpfRegister.R5;

    /// <summary>Compiles rules; what none matches is denied.</summary>
    public static IReadOnlyList<BpfInstruction> Compose(IReadOnlyList<DeviceRule> rules)
    {
        var assembler = new BpfAssembler();
        assembler.LoadWord(Kind, Context, 0);
        assembler.And(Kind, KindBits);
        assembler.LoadWord(Undecided, Context, 0);
        assembler.ShiftRight(Undecided, AccessShift);
        assembler.LoadWord(Major, Context, MajorOffset);
        assembler.LoadWord(Minor, Context, MinorOffset);
        foreach (DeviceRule rule in rules.Reverse())
        {
            if (rule.IsAboutAll)
            {
                // The verifier refuses a program with instructions that are never reached.
                assembler.Return(rule.IsAllowed ? 1 : 0);
                return assembler.ToProgram();
            }

            Add(assembler, rule);
        }

        assembler.Return(0);
        return assembler.ToProgram();
    }

    private static void Add(BpfAssembler assembler, DeviceRule rule)
    {
        var next = new BpfLabel();
        if (rule.Kind != DeviceKind.Any)
        {
            assembler.JumpIfNotEqual(Kind, (uint)rule.Kind, next);
        }

        if (rule.Major is { } major)
        {
            assembler.JumpIfNotEqual(Major, major, next);
        }

        if (rule.Minor is { } minor)
        {
            assembler.JumpIfNotEqual(Minor, minor, next);
        }

        if (rule.IsAllowed)
        {
            AddAllowance(assembler, rule.Access, next);
        }
        else
        {
            AddDenial(assembler, rule.Access, next);
        }

        assembler.Mark(next);
    }

    private static void AddAllowance(BpfAssembler assembler, DeviceAccess access, BpfLabel next)
    {
        if (access != DeviceAccess.All)
        {
            assembler.And(Undecided, (int)(DeviceAccess.All & ~access));
            assembler.JumpIfNotEqual(Undecided, 0, next);
        }

        assembler.Return(1);
    }

    private static void AddDenial(BpfAssembler assembler, DeviceAccess access, BpfLabel next)
    {
        if (access != DeviceAccess.All)
        {
            var denied = new BpfLabel();
            assembler.JumpIfAnyBit(Undecided, (int)access, denied);
            assembler.Jump(next);
            assembler.Mark(denied);
        }

        assembler.Return(0);
    }
}
