using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace BcSalesSync.Host.Tests.Running;

/// <summary>The program as a process that a person or a service manager stops.</summary>
public sealed class ProgramSignalTests : IAsyncLifetime
{
    private RunWorld world = null!;

    public async Task InitializeAsync() => world = await RunWorld.StartAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task A_service_manager_is_told_of_start_and_stop_and_its_request_to_terminate_is_no_failure()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var path = world.State + ".notify";
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        var (manager, id) = await StartAsync(path);
        using (manager)
        {
            await ToldAsync(socket, "READY=1");
            await TerminateAsync(id);
            await ToldAsync(socket, "STOPPING=1");
            await manager.WaitForExitAsync();

            Assert.Equal(0, manager.ExitCode);
        }
    }

    // A shell of its own stands for the service manager, which the program knows by its name; it tells the id of the program first.
    private async Task<(Process Manager, int Id)> StartAsync(string notify)
    {
        var manager = Path.Combine(Path.GetDirectoryName(world.State)!, "systemd");
        File.Copy("/bin/sh", manager);
        var start = new ProcessStartInfo(
            manager, ["-c", "dotnet \"$0\" run --look 0.1 & echo $!; wait $!", Path.Combine(AppContext.BaseDirectory, "BcSalesSync.Host.dll")])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in world.Environment)
            start.Environment[name] = value;
        start.Environment["NOTIFY_SOCKET"] = notify;
        var process = Process.Start(start)!;
        return (process, int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
    }

    private static async Task TerminateAsync(int id)
    {
        using var kill = Process.Start("kill", ["-TERM", $"{id}"]);
        await kill.WaitForExitAsync();
    }

    private static async Task ToldAsync(Socket socket, string expected)
    {
        using var longest = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var told = new StringBuilder();
        var buffer = new byte[1024];
        while (!told.ToString().Contains(expected, StringComparison.Ordinal))
            told.Append(Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer, longest.Token)));
    }
}
