using System.Text.Json;

namespace BcSalesSync.Host.Tests.Logging;

/// <summary>One run of the demo with a log, in a language that writes numbers and dates differently.</summary>
public sealed class LogFixture : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bcsync-log-");

    internal IReadOnlyList<JsonElement> Lines { get; private set; } = [];

    internal UnixFileMode Mode { get; private set; }

    public async Task InitializeAsync()
    {
        var file = Path.Combine(folder.FullName, "log.jsonl");
        await File.WriteAllTextAsync(file, string.Empty);
        Assert.Equal(0, (await ProgramRun.OfAsync([new("LC_ALL", "ar_SA.UTF-8")], "demo", "--log", file)).ExitCode);
        Lines = [.. (await File.ReadAllLinesAsync(file)).Select(line => JsonDocument.Parse(line).RootElement)];
        if (!OperatingSystem.IsWindows())
            Mode = File.GetUnixFileMode(file);
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    internal JsonElement[] Of(string name) => [.. Lines.Where(line => line.GetProperty("event").GetString() == name)];
}
