using System.Text;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using static Knast.Native.Tests.Programs.CorpusCalls;
using static Knast.Native.Tests.Programs.ProgramEvent;

namespace Knast.Native.Tests.Programs;

/// <summary>Programs with what must come of them. Every kind of record and operand is in one of them.</summary>
public static class ProgramCorpus
{
    private static readonly End s_end = new();

    public static IReadOnlyList<ProgramCase> Cases { get; } =
    [
        new("an empty program ends", _ => { }, s_end),
        new("a value is reported as it is", p => p.Report(7, -2), new Report(7, -2), s_end),
        new("registers begin as zero and hold 64 bits", Registers, new Report(1, 0), new Report(2, long.MinValue), s_end),
        new("numbers of all sizes are loaded unsigned", Loads,
            new Report(1, 0xf1), new Report(2, 0xf2f1), new Report(4, 0xf4f3f2f1), new Report(8, unchecked((long)0xf8f7f6f5f4f3f2f1)), s_end),
        new("numbers of all sizes are patched in and nothing beside them", Patches,
            new Report(1, 0x2222222222222211), new Report(2, 0x2222222222223344), new Report(4, 0x2222222255667788), new Report(8, -1), s_end),
        new("a decimal number is patched in with its NUL and its length", Decimals,
            new Report(0, 0x3030), new Report(1, 1), new Report(2, 20), new Report(3, 0x002d), new Report(4, 19), s_end),
        new("descriptors that a call wrote are used by the next", Pipes, new Report(1, 5), new Report(2, 'h'), s_end),
        new("pointers between blocks lead where they should", Vectors, new Report(1, 10), new Report(2, 10), new Report(3, 'd'), s_end),
        new("a register is patched into a call's block", PolledRegister, new Report(1, 0), new Report(2, 1), s_end),
        new("a register becomes part of a file name", NumberedName, new Report(1, 3), s_end),
        new("an address travels in a register", AddressInRegister, new Report(1, 3), new Report(2, 'b'), s_end),
        new("a tolerated error goes on with the negative error number", Tolerated, new Report(1, -2), new Report(2, 0), s_end),
        new("errors and success lead to their places", Branches, new Report(3, 2), new Report(5, 0), s_end),
        new("the best of several candidates wins", Candidates, new Report(2, 2), s_end),
        new("an error in no table ends the program and is reported", p =>
            {
                p.Call(Openat(p.Target, ProgramCase.Directory, "missing"), OnErrno.Continue(ErrorCode.EACCES));
                p.Report(1, 1);
            },
            new Failure("openat", "missing", ErrorCode.ENOENT), s_end),
        new("nothing is played after exit", p =>
            {
                p.Report(1, 1);
                p.Exit(3);
                p.Report(2, 2);
            },
            new Report(1, 1), s_end),
        new("a child plays its own sequence with its parent's registers", Child,
            new Report(1, 42), new Report(2, 0), new Report(3, 5 << 8), s_end),
        new("children have children", Grandchild, new Report(3, 3), new Report(2, 3 << 8), new Report(1, 2 << 8), s_end),
        new("a failing child has the program's failure status", p => FailingChild(p, 77),
            new Failure("mkdirat", "x/y", ErrorCode.ENOENT), new Report(1, 77 << 8), s_end),
        new("a process descriptor comes with a child", ProcessDescriptor, new Report(1, 1), new Report(2, -1), s_end),
        new("a ninth child of one process is refused", Children, new Failure("fork", "", ErrorCode.EAGAIN), s_end),
        new("a program waits for the go-ahead", Awaiting, new Report(1, 1), new GoAhead(), new Report(2, 2), new GoAhead(), new Report(3, 3), s_end),
        new("a go-ahead that nobody takes hides no failure", p => p.Call(Openat(p.Target, ProgramCase.Directory, "missing")),
            new GoAhead(), new Failure("openat", "missing", ErrorCode.ENOENT), s_end),
        new("a descriptor is handed over", HandedOver, new Report(1, 11, HasDescriptor: true), s_end),
        new("executing another program ends the reports", p =>
            {
                p.Report(1, 1);
                p.Call(Execve(p.Target, "/bin/sh", "sh", "-c", "exit 0"));
            },
            new Report(1, 1), s_end),
        new("a program that cannot be executed is reported", p => p.Call(Execve(p.Target, "/nonexistent/sh", "sh")),
            new Failure("execve", "/nonexistent/sh", ErrorCode.ENOENT), s_end),
    ];

    private static void Registers(ProgramBuilder p)
    {
        ProgramRegister first = p.NewRegister();
        ProgramRegister second = p.NewRegister();
        p.Report(1, first);
        p.Store(first, long.MinValue);
        p.Store(second, first);
        p.Report(2, second);
    }

    private static void Loads(ProgramBuilder p)
    {
        ProgramBlock block = p.NewBlock([0, 0xf1, 0xf2, 0xf3, 0xf4, 0xf5, 0xf6, 0xf7, 0xf8]);
        foreach (int size in (int[])[1, 2, 4, 8])
        {
            p.Report(size, ProgramValue.Load(block, 1, size));
        }
    }

    private static void Patches(ProgramBuilder p)
    {
        ProgramRegister value = p.NewRegister();
        foreach ((int size, long number) in ((int, long)[])[(1, 0x11), (2, 0x3344), (4, 0x55667788), (8, -1)])
        {
            ProgramBlock block = p.NewBlock([0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22, 0x22]);
            p.Store(value, number);
            p.Patch(block, 0, size, value);
            p.Report(size, ProgramValue.Load(block, 0, 8));
        }
    }

    private static void Decimals(ProgramBuilder p)
    {
        ProgramRegister length = p.NewRegister();
        ProgramBlock block = p.NewBlock(Encoding.ASCII.GetBytes(new string('0', 32)));
        p.PatchDecimal(block, 2, 0, length);
        p.Report(0, ProgramValue.Load(block, 1, 2));
        p.Report(1, length);
        p.PatchDecimal(block, 0, long.MinValue, length);
        p.Report(2, length);
        p.Patch(block, 1, 1, 0);
        p.Report(3, ProgramValue.Load(block, 0, 2));
        p.PatchDecimal(block, 0, long.MaxValue, length);
        p.Report(4, length);
    }

    private static (ProgramRegister Read, ProgramRegister Write) NewPipe(ProgramBuilder p)
    {
        ProgramRegister read = p.NewRegister();
        ProgramRegister write = p.NewRegister();
        ProgramBlock pair = p.Call(Pipe(p.Target)).Block(0);
        p.Store(read, ProgramValue.Load(pair, 0, 4));
        p.Store(write, ProgramValue.Load(pair, 4, 4));
        return (read, write);
    }

    private static void Pipes(ProgramBuilder p)
    {
        (ProgramRegister read, ProgramRegister write) = NewPipe(p);
        ProgramRegister count = p.NewRegister();
        p.Call(Write(p.Target, write, "hello"));
        ProgramBlock bytes = p.Call(count, Read(p.Target, read, 16)).Block(0);
        p.Report(1, count);
        p.Report(2, ProgramValue.Load(bytes, 0, 1));
    }

    private static void Vectors(ProgramBuilder p)
    {
        (ProgramRegister read, ProgramRegister write) = NewPipe(p);
        ProgramRegister count = p.NewRegister();
        p.Call(count, Writev(p.Target, write, "hello", "world"));
        p.Report(1, count);
        ProgramBlock bytes = p.Call(count, Read(p.Target, read, 16)).Block(0);
        p.Report(2, count);
        p.Report(3, ProgramValue.Load(bytes, 9, 1));
    }

    private static void PolledRegister(ProgramBuilder p)
    {
        (ProgramRegister read, ProgramRegister write) = NewPipe(p);
        ProgramRegister ready = p.NewRegister();
        p.Call(ready, Poll(p.Target, read));
        p.Report(1, ready);
        p.Call(Write(p.Target, write, "x"));
        p.Call(ready, Poll(p.Target, read));
        p.Report(2, ready);
    }

    private static void NumberedName(ProgramBuilder p)
    {
        ProgramRegister number = p.NewRegister();
        ProgramRegister file = p.NewRegister();
        p.Store(number, 1234567);
        p.Call(file, OpenatNumbered(p.Target, ProgramCase.Directory, "file-", number, create: true));
        p.Call(Write(p.Target, file, "abc"));
        p.Call(file, Openat(p.Target, ProgramCase.Directory, "file-1234567"));
        p.Call(file, Read(p.Target, file, 8));
        p.Report(1, file);
    }

    private static void AddressInRegister(ProgramBuilder p)
    {
        (ProgramRegister read, ProgramRegister write) = NewPipe(p);
        ProgramRegister address = p.NewRegister();
        ProgramRegister count = p.NewRegister();
        ProgramBlock block = p.NewBlock("xxabc"u8);
        p.Store(address, ProgramValue.Address(block, 2));
        p.Store(count, 3);
        p.Call(Write(p.Target, write, address, count));
        p.Store(address, ProgramValue.Address(block));
        p.Call(count, Read(p.Target, read, address, count));
        p.Report(1, count);
        p.Report(2, ProgramValue.Load(block, 1, 1));
    }

    private static void Tolerated(ProgramBuilder p)
    {
        ProgramRegister result = p.NewRegister();
        p.Call(result, Openat(p.Target, ProgramCase.Directory, "missing"), OnErrno.Continue(ErrorCode.ENOENT));
        p.Report(1, result);
        p.Call(Mkdirat(p.Target, ProgramCase.Directory, "d"));
        p.Call(Mkdirat(p.Target, ProgramCase.Directory, "d"), OnErrno.Continue(ErrorCode.EEXIST));
        p.Call(result, Mkdirat(p.Target, ProgramCase.Directory, "e"), OnErrno.Continue(ErrorCode.EEXIST));
        p.Report(2, result);
    }

    private static void Branches(ProgramBuilder p)
    {
        var missing = new ProgramLabel();
        var done = new ProgramLabel();
        var end = new ProgramLabel();
        ProgramRegister state = p.NewRegister();
        p.Store(state, 2);
        p.Call(Openat(p.Target, ProgramCase.Directory, "missing"), OnErrno.Continue(ErrorCode.EACCES), OnErrno.GoTo(ErrorCode.ENOENT, missing));
        p.Report(1, 1);
        p.Mark(missing);
        p.Call(Getpid(p.Target), OnErrno.Success(done));
        p.Report(2, 2);
        p.Mark(done);
        p.Report(3, state);
        p.GoTo(end);
        p.Report(4, 4);
        p.Mark(end);
        p.Report(5, 0);
    }

    private static void Candidates(ProgramBuilder p)
    {
        var found = new ProgramLabel();
        ProgramRegister best = p.NewRegister();
        p.Call(Mkdirat(p.Target, ProgramCase.Directory, "second"));
        int number = 0;
        foreach (string name in (string[])["first", "second", "third"])
        {
            p.Store(best, ++number);
            p.Call(Openat(p.Target, ProgramCase.Directory, name), OnErrno.Continue(ErrorCode.ENOENT), OnErrno.Success(found));
        }

        p.Store(best, -1);
        p.Mark(found);
        p.Report(2, best);
    }

    private static ProgramBlock Wait(ProgramBuilder p, ProgramRegister pid) => p.Call(Wait4(p.Target, pid)).Block(0);

    private static void Child(ProgramBuilder p)
    {
        ProgramRegister inherited = p.NewRegister();
        ProgramRegister pid = p.NewRegister();
        p.Store(inherited, 42);
        p.Fork(pid, child =>
        {
            child.Report(1, inherited);
            child.Report(2, pid);
            child.Store(inherited, 43);
            child.Exit(5);
        });
        p.Report(3, ProgramValue.Load(Wait(p, pid), 0, 4));
    }

    private static void Grandchild(ProgramBuilder p)
    {
        ProgramRegister pid = p.NewRegister();
        p.Fork(pid, child =>
        {
            child.Fork(pid, grandchild =>
            {
                grandchild.Report(3, 3);
                grandchild.Exit(3);
            });
            child.Report(2, ProgramValue.Load(Wait(child, pid), 0, 4));
            child.Exit(2);
        });
        p.Report(1, ProgramValue.Load(Wait(p, pid), 0, 4));
    }

    private static void FailingChild(ProgramBuilder p, int status)
    {
        ProgramRegister pid = p.NewRegister();
        p.FailureStatus = status;
        p.Fork(pid, child =>
        {
            child.Call(Mkdirat(p.Target, ProgramCase.Directory, "x/y"));
            child.Exit(0);
        });
        p.Report(1, ProgramValue.Load(Wait(p, pid), 0, 4));
    }

    private static void ProcessDescriptor(ProgramBuilder p)
    {
        ProgramRegister pid = p.NewRegister();
        ProgramRegister descriptor = p.NewRegister();
        (ProgramRegister read, ProgramRegister write) = NewPipe(p);
        p.Fork(
            pid,
            child =>
            {
                child.Call(Close(p.Target, write));
                child.Call(Read(p.Target, read, 1));
                child.Report(2, descriptor);
            },
            processDescriptor: descriptor);
        p.Call(Fcntl(p.Target, descriptor, 1, 0));
        p.Report(1, 1);
        p.Call(Close(p.Target, write));
        Wait(p, pid);
    }

    private static void Children(ProgramBuilder p)
    {
        ProgramRegister pid = p.NewRegister();
        for (int count = 0; count < 9; count++)
        {
            p.Fork(pid, child => child.Call(Pause(p.Target)));
        }
    }

    private static void Awaiting(ProgramBuilder p)
    {
        p.Report(1, 1);
        p.Await();
        p.Report(2, 2);
        p.Await();
        p.Report(3, 3);
    }

    private static void HandedOver(ProgramBuilder p)
    {
        (ProgramRegister read, ProgramRegister write) = NewPipe(p);
        p.Call(Write(p.Target, write, "through the pipe"));
        p.Report(1, 11, read);
    }
}
