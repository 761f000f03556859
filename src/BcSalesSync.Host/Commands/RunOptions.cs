using System.CommandLine;
using System.CommandLine.Parsing;
using System.Net;
using BcSalesSync.Host.Running;

namespace BcSalesSync.Host.Commands;

// The options that say how a service runs.
internal sealed class RunOptions
{
    private readonly Option<bool> once;
    private readonly Option<TimeSpan?> budget;
    private readonly Option<double> look;
    private readonly Option<double> grace;
    private readonly Option<bool> initialize;
    private readonly Option<string?> health;
    private readonly Option<bool> anywhere;
    private readonly Option<bool> verbose;
    private readonly Option<string?> log;

    public RunOptions(EnvironmentOptions options)
    {
        once = options.Switch("--once", "Runs what is due once and ends, with the outcome as exit code; for cron.");
        budget = options.Duration("--time-budget", "With --once, time after which it ends at a checkpoint, such as 00:50:00.");
        look = options.Seconds("--look", "Seconds between two looks at what is due.", 15, 0.1);
        grace = options.Seconds("--grace", "Seconds that running entries have to come to a checkpoint when it is stopped.", 30, 0);
        initialize = options.Switch("--initialize", "Creates the default mappings where there are none; a sandbox gets them anyway.");
        health = options.Text("--health", "Address that tells the health, such as http://127.0.0.1:7800; port 0 takes a free one.");
        anywhere = options.Switch("--health-anywhere", "Lets --health listen beyond this machine, such as on http://0.0.0.0:7800.");
        verbose = options.Switch("--verbose", "Says for each record what was decided, and why.");
        log = options.Text("--log", "File that takes what happens as JSON, one object a line (examples/log-format.md); readable by its owner only.");
        budget.Validators.Add(CheckBudget);
        health.Validators.Add(CheckHealth);
    }

    public void AddTo(Command command, bool isOnceOffered = true)
    {
        Option[] all = [.. isOnceOffered ? [once, budget] : Array.Empty<Option>(), look, grace, initialize, health, anywhere, verbose, log];
        foreach (var option in all)
            command.Add(option);
    }

    public RunSettings Read(ParseResult parsed) => new()
    {
        Look = TimeSpan.FromSeconds(parsed.GetValue(look)),
        Grace = TimeSpan.FromSeconds(parsed.GetValue(grace)),
        Once = parsed.GetValue(once),
        TimeBudget = parsed.GetValue(budget),
        Initialize = parsed.GetValue(initialize),
        Verbose = parsed.GetValue(verbose),
        Health = parsed.GetValue(health) is { } address ? new Uri(address) : null,
    };

    public FileInfo? LogFile(ParseResult parsed) => parsed.GetValue(log) is { } path ? new FileInfo(path) : null;

    private void CheckBudget(OptionResult result)
    {
        if (!result.GetValue(once))
            result.AddError("--time-budget goes with --once.");
    }

    private void CheckHealth(OptionResult result)
    {
        if (result.GetValueOrDefault<string?>() is not { } given)
            return;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var address) || address is not { Scheme: "http", PathAndQuery: "/" }
            || !(address.IsLoopback || IPAddress.TryParse(address.Host.Trim('[', ']'), out _)))
            result.AddError("--health takes an http address of this machine without a path, such as http://127.0.0.1:7800.");
        else if (!address.IsLoopback && !result.GetValue(anywhere))
            result.AddError("--health would tell others than this machine how the service is; give --health-anywhere along if they may know.");
    }
}
