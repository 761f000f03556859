using System.Diagnostics;
using BcSalesSync.Contracts;
using BcSalesSync.Runtime;

namespace BcSalesSync.Host.Soak;

// What the client of the order campaign does: takes over every order that waits.
internal static class OrderImportClient
{
    public static async Task<int> RunAsync(SoakTask task, TextWriter output, CancellationToken cancellationToken)
    {
        await using var session = await SoakSession.OpenAsync(task.Server, task.StatePath, cancellationToken);
        var watch = Stopwatch.StartNew();
        var results = await session.Documents.ImportOrdersAsync(new DocumentRequest(), SilentObserver.Instance, cancellationToken)
            .ToListAsync(cancellationToken);
        var errors = results.Select(result => result.Error).OfType<BcSyncError>().ToArray();
        await output.WriteLineAsync(FormattableString.Invariant(
            $"client: {results.Count} orders, {errors.Length} failed, {watch.Elapsed.TotalSeconds:0.0} s"));
        foreach (var error in errors.Take(10))
            await output.WriteLineAsync($"  {error.ErrorId}: {error.Message}");
        return errors.Length == 0 ? 0 : 1;
    }
}
