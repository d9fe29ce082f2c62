namespace Knast.Simulation.Processes;

/// <summary>The thread of one process: what it executes, one image after the other, to its end.</summary>
internal sealed class ProcessRunner(SimulatedMachine machine, Process process)
{
    public void Run(IProcessImage image)
    {
        int status = RunImages(image);
        lock (machine.Gate)
        {
            process.End(status);
            machine.Processes.Stopped(process);
            machine.Changed();
        }
    }

    private int RunImages(IProcessImage image)
    {
        while (true)
        {
            try
            {
                int code = image.Run(process);
                lock (machine.Gate)
                {
                    process.Signals.RequireRunning();
                }

                return WaitStatus.Exited(code);
            }
            catch (ImageReplaced replaced)
            {
                image = replaced.Image;
            }
            catch (ProcessEnded ended)
            {
                return ended.Status;
            }
        }
    }
}
