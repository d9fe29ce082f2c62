using Knast.Native.FreeBsd;
using Knast.Native.FreeBsd.Jails;
using Knast.Native.FreeBsd.Processes;
using Knast.Native.Kernel;
using Knast.Native.Programs;
using Knast.Native.Tests.Programs;

namespace Knast.Native.Tests.FreeBsd;

/// <summary>kqueue, the list of processes, the reaper, and signals.</summary>
public sealed class ProcessFacadeTests : FreeBsdFacadeSuite
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheEndOfAProcessIsSeen(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor queue = Kqueue.Invoke(kernel);
        var program = new ProgramBuilder(kernel.Target);
        program.Await();
        program.Exit(7);
        using IProgramLaunch launch = kernel.Launch(program.Build(), []);
        Kevent.Change(kernel, queue, KernelEvent.ExitOf(launch.ProcessId));
        Assert.Empty(Kevent.Take(kernel, queue));
        launch.Proceed();
        KernelEvent end = WaitForOne(kernel, queue);
        Assert.Equal(((ulong)launch.ProcessId, EventFilter.Process, 7), (end.Identity, end.Filter, new WaitStatus((int)end.Data).ExitCode));
        Assert.Equal(7, Wait6.Invoke(kernel, launch.ProcessId)!.Value.ExitCode);
        Assert.Equal(ErrorCode.ECHILD, Assert.Throws<NativeException>(() => Wait6.Invoke(kernel, launch.ProcessId)).Code);
        Assert.Equal(ErrorCode.ESRCH, Assert.Throws<NativeException>(() => Kevent.Change(kernel, queue, KernelEvent.ExitOf(launch.ProcessId))).Code);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void TheEndOfAnothersChildIsSeenToo(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor queue = Kqueue.Invoke(kernel);
        var program = new ProgramBuilder(kernel.Target);
        ProgramRegister child = program.NewRegister();
        program.Fork(child, static inside => inside.Call(CorpusCalls.Pause(inside.Target)));
        program.Report(1, child);
        program.Await();
        program.Call(CorpusCalls.Wait4(kernel.Target, child));
        using IProgramLaunch launch = kernel.Launch(program.Build(), []);
        int grandchild = (int)launch.Receive(Cancellation)!.Value;
        Kevent.Change(kernel, queue, KernelEvent.ExitOf(grandchild));
        Assert.True(Kill.Invoke(kernel, grandchild, 15));
        Assert.Equal(15, new WaitStatus((int)WaitForOne(kernel, queue).Data).Signal);

        // It is there until its parent waits for it.
        Kevent.Change(kernel, queue, KernelEvent.ExitOf(grandchild));
        Assert.Equal(15, new WaitStatus((int)WaitForOne(kernel, queue).Data).Signal);
        Assert.Equal(ProcessState.Zombie, ProcessList.Find(kernel, grandchild)!.State);
        Assert.True(Kill.Invoke(kernel, grandchild, 0));
        launch.Proceed();
        Assert.Null(launch.Receive(Cancellation));
        Assert.False(Kill.Invoke(kernel, grandchild, 0));
        Assert.Null(ProcessList.Find(kernel, grandchild));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AProcessDescriptorTellsTheEnd(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor queue = Kqueue.Invoke(kernel);
        var program = new ProgramBuilder(kernel.Target);
        ProgramRegister descriptor = program.NewRegister();
        program.Fork(null, static inside => inside.Exit(5), processDescriptor: descriptor);
        program.Report(1, 0, descriptor);
        using IProgramLaunch launch = kernel.Launch(program.Build(), []);
        using KernelDescriptor process = launch.Receive(Cancellation)!.Descriptor!;
        Kevent.Change(kernel, queue, KernelEvent.ExitOf(process));
        Assert.Equal(5, new WaitStatus((int)WaitForOne(kernel, queue).Data).ExitCode);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void WhatCanBeReadIsCounted(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor queue = Kqueue.Invoke(kernel);
        (KernelDescriptor reader, KernelDescriptor writer) = Pipe2.Invoke(kernel);
        using (reader)
        {
            using (writer)
            {
                Kevent.Change(kernel, queue, KernelEvent.Readable(reader));
                Assert.Empty(Kevent.Take(kernel, queue));
                using SystemCall write = CorpusCalls.Write(kernel.Target, writer, "four");
                kernel.Require(write);
                Assert.Equal(4, WaitForOne(kernel, queue).Data);
            }

            Assert.True(WaitForOne(kernel, queue).Flags.HasFlag(EventFlags.EndOfFile));
        }
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void ProcessesOfAJailAreListed(string name)
    {
        IKernel kernel = Open(name);
        using var jail = new JailScope(kernel, "listed");
        Assert.Empty(ProcessList.OfJail(kernel, jail.Id));
        using JailedProcess process = JailedProcess.Start(kernel, jail.Id);
        ProcessStatus found = Assert.Single(ProcessList.OfJail(kernel, jail.Id));
        Assert.Equal((process.Id, jail.Id, 0u, 1), (found.Pid, found.Jail, found.EffectiveUser, found.Threads));
        Assert.True(found.StartSeconds > 0);
        ProcessStatus first = ProcessList.Find(kernel, 1)!;
        Assert.Equal((1, 0, "init"), (first.Pid, first.Jail, first.Command));
        Assert.Contains(ProcessList.All(kernel), static status => status.Pid == 0);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AReaperHasAllBelowIt(string name)
    {
        IKernel kernel = Open(name);
        var program = new ProgramBuilder(kernel.Target);
        ProgramRegister orphan = program.NewRegister();
        ProgramRegister middle = program.NewRegister();
        program.Call(ProcctlReapAcquire.Compose(kernel.Target));
        program.Call(ProcctlReapAcquire.Compose(kernel.Target), OnErrno.Continue(ErrorCode.EBUSY));
        program.Fork(middle, inside =>
        {
            inside.Fork(orphan, static deeper => deeper.Call(CorpusCalls.Pause(deeper.Target)));
            inside.Report(1, orphan);
            inside.Exit(0);
        });
        program.Call(CorpusCalls.Wait4(kernel.Target, middle));
        program.Report(2, 0);
        program.Await();
        using IProgramLaunch launch = kernel.Launch(program.Build(), []);
        int pid = (int)launch.Receive(Cancellation)!.Value;
        Assert.Equal(2, launch.Receive(Cancellation)!.Tag);
        Assert.Equal([pid], ProcctlReapGetPids.Invoke(kernel, launch.ProcessId));
        Assert.Equal(launch.ProcessId, ProcessList.Find(kernel, pid)!.ParentPid);
        Assert.Equal(1, ProcctlReapKill.Invoke(kernel, launch.ProcessId, 9));
        Assert.True(SpinWait.SpinUntil(() => ProcessList.Find(kernel, pid) is null or { State: ProcessState.Zombie }, s_limit));
        Assert.Equal(ErrorCode.EINVAL, Assert.Throws<NativeException>(() => ProcctlReapKill.Invoke(kernel, launch.ProcessId, 4711)).Code);
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void AJailIsWatchedByFifteen(string name)
    {
        IKernel kernel = Open(name);
        using KernelDescriptor queue = Kqueue.Invoke(kernel);
        var jail = new JailScope(kernel, "watched");
        EventNotes all = EventNotes.JailSet | EventNotes.JailAttach | EventNotes.JailRemove;
        if (!FreeBsdVersion.Is15(kernel.Target))
        {
            Assert.Equal(ErrorCode.EINVAL, Assert.Throws<NativeException>(() => Kevent.Change(kernel, queue, KernelEvent.JailChange(jail.Id, all))).Code);
            jail.Dispose();
            return;
        }

        Kevent.Change(kernel, queue, KernelEvent.JailChange(jail.Id, all));
        JailSet.Invoke(kernel, [JailParameter.Number("jid", jail.Id), JailParameter.Text("host.hostname", "changed")], JailFlags.Update);
        Assert.True(WaitForOne(kernel, queue).Notes.HasFlag(EventNotes.JailSet));
        using (JailedProcess process = JailedProcess.Start(kernel, jail.Id))
        {
            KernelEvent attached = WaitForOne(kernel, queue);
            Assert.Equal((true, process.Id), (attached.Notes.HasFlag(EventNotes.JailAttach), attached.Data));
        }

        jail.Dispose();
        Assert.True(WaitForOne(kernel, queue).Notes.HasFlag(EventNotes.JailRemove));
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Kernels))]
    public void SignalsThatCannotBeSentAreRefused(string name)
    {
        IKernel kernel = Open(name);
        Assert.False(Kill.Invoke(kernel, 99999, 15));
        Assert.Equal(ErrorCode.EINVAL, Assert.Throws<NativeException>(() => Kill.Invoke(kernel, 1, 4711)).Code);
    }

    private static KernelEvent WaitForOne(IKernel kernel, KernelDescriptor queue)
    {
        Assert.True(KernelWait.Readable(kernel, queue, s_limit, CancellationToken.None), "No event comes.");
        return Assert.Single(Kevent.Take(kernel, queue));
    }
}
