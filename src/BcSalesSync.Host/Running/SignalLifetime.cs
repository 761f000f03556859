using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;

namespace BcSalesSync.Host.Running;

// Ends the service in good order at Ctrl+C or a request to terminate, and at once at a second Ctrl+C.
internal sealed class SignalLifetime(IHostApplicationLifetime lifetime, Interruption interruption) : IHostLifetime, IDisposable
{
    private PosixSignalRegistration[] signals = [];

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop),
            PosixSignalRegistration.Create(PosixSignal.SIGQUIT, Stop),
        ];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Interrupt(PosixSignalContext context)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            interruption.Insist();
        Stop(context);
    }

    public void Dispose()
    {
        foreach (var signal in signals)
            signal.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        // Stopping calls what waits for it; a signal must not wait for that.
        ThreadPool.QueueUserWorkItem(_ => lifetime.StopApplication());
    }
}
