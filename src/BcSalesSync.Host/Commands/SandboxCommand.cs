using System.CommandLine;
using System.CommandLine.Parsing;
using BcSalesSync.Host.Serving;
using BcSalesSync.Sandbox;

namespace BcSalesSync.Host.Commands;

// The verb "sandbox": both simulated systems over real sockets until it is stopped.
internal static class SandboxCommand
{
    private const int MostLatency = 600_000;

    public static Command Create()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Address to listen on; loopback only, port 0 takes a free one.", DefaultValueFactory = _ => "http://127.0.0.1:7700",
        };
        var seed = new Option<string>("--seed") { Description = "Data to start with: empty, cronus or scale:N.", DefaultValueFactory = _ => "cronus" };
        var data = new Option<FileInfo?>("--data") { Description = "File that keeps what is written; without it everything stays in memory." };
        var tier = new Option<int>("--tier")
        {
            Description = "0 = API v2.0 only, 2 = with the companion API.", DefaultValueFactory = _ => 2, CustomParser = Tier,
        };
        var bare = new Option<bool>("--no-bc-solutions") { Description = "Sales lacks Microsoft's solutions for Business Central." };
        var latency = WholeNumber.Option("--latency-ms", "Milliseconds every request waits.", 0, 0, MostLatency);
        var token = new Option<string?>("--require-token") { Description = "The only bearer token accepted; without it any is." };
        var limits = new Option<string>("--limits")
        {
            Description = "on = refuse what the services online would refuse, off = refuse nothing.", DefaultValueFactory = _ => "off",
        };
        limits.AcceptOnlyFromAmong("on", "off");
        urls.Validators.Add(CheckAddress);
        var command = new Command("sandbox", "Serves both systems, simulated, on this machine.")
        {
            urls, seed, data, tier, bare, latency, token, limits,
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            new Uri(parsed.GetValue(urls)!),
            new SandboxOptions
            {
                Seed = parsed.GetValue(seed)!,
                DataPath = parsed.GetValue(data)?.FullName,
                Tier = parsed.GetValue(tier),
                BusinessCentralSolutions = !parsed.GetValue(bare),
                Latency = TimeSpan.FromMilliseconds(parsed.GetValue(latency)),
                RequireToken = parsed.GetValue(token),
                Limits = parsed.GetValue(limits) == "on" ? new SandboxLimits() : null,
            },
            parsed.InvocationConfiguration,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Uri address, SandboxOptions options, InvocationConfiguration shell, CancellationToken cancellationToken)
    {
        try
        {
            await using var server = await SandboxServer.StartAsync(address, options, cancellationToken);
            await shell.Output.WriteLineAsync(
                $"sandbox: Business Central {server.BusinessCentralAddress} Sales {server.SalesAddress}".AsMemory(), cancellationToken);
            await shell.Output.FlushAsync(cancellationToken);
            await server.WaitAsync(cancellationToken);
            return ExitCode.Ok;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return ExitCode.Ok;
        }
        catch (Exception problem) when (problem is ArgumentException or IOException)
        {
            await shell.Error.WriteLineAsync($"sandbox: {problem.Message}");
            return ExitCode.Failed;
        }
    }

    private static int Tier(ArgumentResult result)
    {
        if (result.Tokens[0].Value is "0" or "2")
            return result.Tokens[0].Value is "0" ? 0 : 2;
        result.AddError("--tier takes 0 or 2.");
        return 0;
    }

    private static void CheckAddress(OptionResult result) => Check(
        result,
        Uri.TryCreate(result.GetValueOrDefault<string>(), UriKind.Absolute, out var address)
            && address is { Scheme: "http", IsLoopback: true, PathAndQuery: "/" },
        "The address must be http, on a loopback address, without a path, for example http://127.0.0.1:7700.");

    private static void Check(OptionResult result, bool fits, string message)
    {
        if (!fits)
            result.AddError(message);
    }
}
