using BcSalesSync.Host.Commands;
using BcSalesSync.Host.Running;

namespace BcSalesSync.Host.Tests.Running;

/// <summary>What was given and cannot be used is said at once, with what to do; no secret is among the arguments.</summary>
public sealed class ConfigurationTests
{
    private const string Systems = "--bc-url https://api.businesscentral.dynamics.com/v2.0/contoso.com/Production --sales-url contoso.crm4.dynamics.com";

    [Theory]
    [InlineData("", "--profile")]
    [InlineData("--profile no-such-profile", "no-such-profile")]
    [InlineData("--sandbox --profile prod", "More than one")]
    [InlineData("--bc-url https://bc.example --client-id x --managed-identity", "--sales-url is missing")]
    [InlineData("--bc-url http://bc.example --sales-url https://sales.example --managed-identity", "unencrypted")]
    [InlineData(Systems, "no way to sign in")]
    [InlineData(Systems + " --managed-identity --client-secret-variable X", "More than one way to sign in")]
    [InlineData(Systems + " --client-secret-variable BCSYNC_NONE", "--client-id is missing")]
    [InlineData(Systems + " --client-id x --client-secret-variable BCSYNC_NONE", "BCSYNC_NONE is empty")]
    [InlineData(Systems + " --client-id x --client-secret-file /no/such/file", "/no/such/file cannot be read")]
    [InlineData("--sandbox --seed nonsense", "seed")]
    [InlineData("--sandbox --look 0", "--look takes")]
    [InlineData("--sandbox --look soon", "--look takes")]
    [InlineData("--sandbox --time-budget 00:10:00", "--once")]
    [InlineData("--sandbox --once --time-budget never", "--time-budget takes")]
    [InlineData("--sandbox --health http://0.0.0.0:7800", "--health-anywhere")]
    [InlineData("--sandbox --health https://localhost:7800", "--health takes")]
    [InlineData("--sandbox --no-such-option", "--no-such-option")]
    public async Task It_ends_with_12_and_says_why(string options, string reason)
    {
        var run = await RunAsync([], options.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(12, run.ExitCode);
        Assert.Contains(reason, run.Output + run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BCSALESSYNC_LOOK", "soon")]
    [InlineData("BCSALESSYNC_ONCE", "perhaps")]
    [InlineData("BCSALESSYNC_HEALTH", "http://0.0.0.0:7800")]
    public async Task The_environment_is_checked_alike(string variable, string value)
    {
        var run = await RunAsync(new() { [variable] = value }, "--sandbox");

        Assert.Equal(12, run.ExitCode);
    }

    [Fact]
    public async Task A_rehearsal_needs_nothing_but_the_sandbox()
    {
        var run = await RunAsync(new() { ["BCSALESSYNC_SANDBOX"] = "true", ["BCSALESSYNC_ONCE"] = "1" });

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("default mappings", run.Output, StringComparison.Ordinal);
    }

    private static async Task<HostRun> RunAsync(Dictionary<string, string> environment, params string[] options)
    {
        await using var output = new StringWriter();
        await using var errors = new StringWriter();
        var ground = new ServiceGround { Environment = environment.GetValueOrDefault };
        var code = await HostCommands.InvokeAsync(["run", .. options], output, errors, ground, CancellationToken.None);
        return new HostRun(code, output.ToString(), errors.ToString());
    }
}
