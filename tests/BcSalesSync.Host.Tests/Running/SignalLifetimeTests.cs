using System.Runtime.InteropServices;
using BcSalesSync.Host.Running;
using Microsoft.Extensions.Hosting;

namespace BcSalesSync.Host.Tests.Running;

public sealed class SignalLifetimeTests
{
    [Fact]
    public async Task A_first_interrupt_asks_to_stop_and_a_second_does_not_wait()
    {
        using var host = new HostBuilder().Build();
        var lifetime = host.Services.GetService(typeof(IHostApplicationLifetime)) as IHostApplicationLifetime;
        var interruption = new Interruption();
        using var signals = new SignalLifetime(lifetime!, interruption);
        var stopping = new TaskCompletionSource();
        using var asked = lifetime!.ApplicationStopping.Register(stopping.SetResult);

        signals.Interrupt(new PosixSignalContext(PosixSignal.SIGINT));
        await stopping.Task;
        Assert.False(interruption.Insisted.IsCompleted);
        signals.Interrupt(new PosixSignalContext(PosixSignal.SIGINT));

        Assert.True(interruption.Insisted.IsCompleted);
    }
}
