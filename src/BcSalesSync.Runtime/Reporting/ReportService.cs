using BcSalesSync.Contracts;
using BcSalesSync.Engine.Files;
using BcSalesSync.Engine.Ports;
using BcSalesSync.Runtime.Reporting.Gathering;

namespace BcSalesSync.Runtime.Reporting;

/// <summary>Writes reports to files.</summary>
internal sealed class ReportService(ReportGatherer gatherer, IIdSource ids)
{
    /// <summary>Writes a report and returns its file, which appears complete or not at all.</summary>
    /// <exception cref="SyncException">The file cannot be written.</exception>
    public async Task<FileInfo> WriteAsync(ReportRequest request, CancellationToken cancellationToken)
    {
        var report = await gatherer.GatherAsync(request.Since, cancellationToken).ConfigureAwait(false);
        try
        {
            return await CompleteFile.WriteAsync(request.Path, ids, async draft =>
            {
                var file = File.Create(draft);
                await using (file.ConfigureAwait(false))
                    ReportPage.Write(report, file);
                cancellationToken.ThrowIfCancellationRequested();
                return new FileInfo(request.Path);
            }).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw ReportErrors.FileUnwritable(request.Path, problem);
        }
    }
}
