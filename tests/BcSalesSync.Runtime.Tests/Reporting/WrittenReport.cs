using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Reporting;

/// <summary>The report of a world that has lived for some days, and the log that it tells about.</summary>
public sealed class WrittenReport : IAsyncLifetime
{
    private const int Days = 6;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bcsync-");

    internal string Path { get; private set; } = string.Empty;

    internal string Text { get; private set; } = string.Empty;

    internal IReadOnlyList<BcSyncJob> Jobs { get; private set; } = [];

    internal IReadOnlyList<BcSyncError> Errors { get; private set; } = [];

    internal IReadOnlyList<BcOverwrittenValue> Lost { get; private set; } = [];

    internal IReadOnlyList<BcSyncStatus> Status { get; private set; } = [];

    internal IReadOnlyList<BcScheduleEntry> Schedule { get; private set; } = [];

    internal IReadOnlyList<string> Files { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await using var world = await LivedInWorld.OpenAsync(Days);
        Path = System.IO.Path.Combine(folder.FullName, "report.html");
        await world.Session.ExportReportAsync(new ReportRequest { Path = Path }, default);
        Text = await File.ReadAllTextAsync(Path);
        Files = Directory.GetFiles(folder.FullName);
        Jobs = await world.JobsAsync();
        Errors = await world.Session.GetErrorsAsync(new ErrorQuery(), default).ToListAsync();
        Lost = await world.Session.GetOverwrittenValuesAsync(new OverwrittenValueQuery(), default).ToListAsync();
        Status = await world.Session.GetStatusAsync(null, default).ToListAsync();
        Schedule = await world.Session.Schedule.GetAsync(null, default).ToListAsync();
    }

    public Task DisposeAsync()
    {
        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }
}
