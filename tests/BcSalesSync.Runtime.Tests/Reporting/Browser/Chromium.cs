using System.Diagnostics;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Reporting.Browser;

/// <summary>A browser without a window, with a profile of its own.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "chrome.exe"];

    // A page that loads nothing must not be told from one that the browser itself loads something for.
    private static readonly string[] Switches =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-port=0", "--no-first-run",
        "--disable-extensions", "--disable-background-networking", "--disable-component-update", "about:blank",
    ];

    private readonly TemporaryFolder profile;
    private readonly Process process;

    private Chromium(TemporaryFolder profile, Process process, Uri address)
    {
        this.profile = profile;
        this.process = process;
        Address = address;
    }

    /// <summary>Why there is no browser to be had; null when there is one.</summary>
    public static string? WhyMissing => Program is null ? "There is no Chromium on this machine." : null;

    /// <summary>Where it is steered.</summary>
    public Uri Address { get; }

    private static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0).SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    public static async Task<Chromium> StartAsync()
    {
        var profile = new TemporaryFolder();
        var process = Process.Start(new ProcessStartInfo(Program!, [$"--user-data-dir={profile.File("profile")}", .. Switches])
        {
            RedirectStandardError = true, RedirectStandardOutput = true,
        })!;
        const string Listening = "DevTools listening on ";
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (!line.StartsWith(Listening, StringComparison.Ordinal))
                continue;
            _ = process.StandardError.ReadToEndAsync();
            _ = process.StandardOutput.ReadToEndAsync();
            return new Chromium(profile, process, new Uri(line[Listening.Length..]));
        }

        throw new InvalidOperationException("Chromium ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            profile.Dispose();
        }
        catch (IOException)
        {
            // What it started last may still be leaving; the profile is in the folder of temporary files.
        }
    }
}
