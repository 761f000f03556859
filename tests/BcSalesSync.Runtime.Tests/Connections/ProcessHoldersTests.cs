using System.Diagnostics;
using System.Globalization;
using BcSalesSync.Engine.Ports;
using BcSalesSync.Runtime.Connections;

namespace BcSalesSync.Runtime.Tests.Connections;

public sealed class ProcessHoldersTests
{
    [Fact]
    public void A_holder_is_gone_when_its_process_is_and_not_before()
    {
        using var process = Process.Start(new ProcessStartInfo("sort") { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var holder = string.Create(
            CultureInfo.InvariantCulture, $"{Environment.MachineName}/{process.Id}/{ProcessMark.Of(process.Id)}/session/run");
        var probe = new ProcessHolders(new NamedIds());
        var before = probe.IsGone(holder);

        process.Kill();
        process.WaitForExit();

        Assert.Equal((false, true), (before, probe.IsGone(holder)));
    }

    [Fact]
    public void A_process_that_got_the_id_of_the_holder_is_not_the_holder()
    {
        var probe = new ProcessHolders(new NamedIds());

        Assert.True(probe.IsGone($"{Environment.MachineName}/1/{ProcessMark.Place}another start/session/run"));
    }

    [Fact]
    public void Nothing_is_known_of_a_holder_in_another_container_that_is_named_alike()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var probe = new ProcessHolders(new NamedIds());
        var elsewhere = ProcessMark.Place.Replace("[", "[9", StringComparison.Ordinal);

        Assert.False(probe.IsGone($"{Environment.MachineName}/{Environment.ProcessId}/{elsewhere}12345/session/run"));
        Assert.False(probe.IsGone($"{Environment.MachineName}/1/{elsewhere}12345/session/run"));
    }

    // Two processes that read the start time of a third by their own clocks differ, and each would take the other's claims for abandoned.
    [Fact]
    public void The_mark_of_a_process_is_the_same_for_every_process_that_reads_it()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var reader = Process.Start(new ProcessStartInfo("sh")
        {
            ArgumentList = { "-c", $"echo $(cat /proc/sys/kernel/random/boot_id):$(readlink /proc/self/ns/pid):$(sed 's/.*) //' /proc/{Environment.ProcessId}/stat | cut -d' ' -f20)" },
            RedirectStandardOutput = true,
        })!;

        Assert.Equal(reader.StandardOutput.ReadToEnd().Trim(), ProcessMark.Of(Environment.ProcessId));
    }

    private sealed class NamedIds : IIdSource
    {
        public Guid NewId() => new("7f0c5a52-3d0e-4a57-9d55-2c8f0b8f1b11");
    }
}
