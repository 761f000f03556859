using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using BcSalesSync.Engine.Files;
using BcSalesSync.Engine.Ports;
using CsvHelper;

namespace BcSalesSync.Engine.Couplings.Csv;

/// <summary>Writes couplings to CSV files that <see cref="CouplingCsvReader"/> reads back.</summary>
/// <param name="clock">Time of errors.</param>
/// <param name="ids">Gives the name of the file under construction.</param>
public sealed class CouplingCsvWriter(TimeProvider clock, IIdSource ids)
{
    private static readonly string[] Headings =
    [
        "Mapping", "BcTable", "BcId", "BcNo", "BcName", "SalesTable", "SalesId", "SalesName",
        "LastSynchronized", "ToSalesResult", "ToBusinessCentralResult", "Skipped", "Error",
    ];

    /// <summary>
    /// Writes the couplings and returns how many. The file appears complete or not at all: it is written beside its place and then renamed.
    /// Without a delimiter the list separator of the culture is taken, a comma without culture; times are ISO 8601 unless one is given.
    /// </summary>
    /// <exception cref="SyncException">
    /// BcSync.Coupling.FileUnwritable, BcSync.Coupling.InvalidDelimiter or BcSync.Coupling.InvalidCulture: nothing was written.
    /// </exception>
    public async Task<int> WriteAsync(CouplingFile file, IAsyncEnumerable<BcCoupling> couplings, CancellationToken cancellationToken)
    {
        var culture = CultureOf(file);
        var options = CsvWriterOptions.Default with
        {
            Separator = SeparatorOf(file, culture),
            Quoting = CsvQuoting.WhenNeededOrWhitespace,
            WriteByteOrderMark = true,
        };
        try
        {
            return await CompleteFile.WriteAsync(file.Path, ids, draft => WriteDraftAsync(draft, options, culture, couplings, cancellationToken));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new SyncException(CouplingErrors.FileUnwritable(clock.GetUtcNow(), file.Path, problem.Message), problem);
        }
    }

    private static async Task<int> WriteDraftAsync(
        string path,
        CsvWriterOptions options,
        CultureInfo? culture,
        IAsyncEnumerable<BcCoupling> couplings,
        CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.Asynchronous);
        await using var csv = CsvWriter.Create(stream, options);
        await csv.WriteRecordAsync(Headings, cancellationToken);
        var count = 0;
        await foreach (var coupling in couplings.WithCancellation(cancellationToken))
        {
            await csv.WriteRecordAsync(FieldsOf(coupling, culture), cancellationToken);
            count++;
        }

        await csv.FlushAsync(cancellationToken);
        return count;
    }

    private static string[] FieldsOf(BcCoupling coupling, CultureInfo? culture) =>
    [
        coupling.Mapping,
        coupling.BcTable,
        coupling.BcId.ToString(),
        coupling.BcNo ?? string.Empty,
        coupling.BcName ?? string.Empty,
        coupling.SalesTable,
        coupling.SalesId.ToString(),
        coupling.SalesName ?? string.Empty,
        coupling.LastSynchronized?.ToString(culture is null ? "O" : "G", culture ?? CultureInfo.InvariantCulture) ?? string.Empty,
        coupling.ToSalesResult.ToString(),
        coupling.ToBusinessCentralResult.ToString(),
        coupling.Skipped ? "true" : "false",
        coupling.Error ?? string.Empty,
    ];

    private CultureInfo? CultureOf(CouplingFile file)
    {
        try
        {
            return file.Culture is { } name ? CultureInfo.GetCultureInfo(name) : null;
        }
        catch (CultureNotFoundException problem)
        {
            throw new SyncException(CouplingErrors.InvalidCulture(clock.GetUtcNow(), file.Culture!), problem);
        }
    }

    private char SeparatorOf(CouplingFile file, CultureInfo? culture)
    {
        var text = file.Delimiter ?? culture?.TextInfo.ListSeparator ?? ",";
        return CsvDelimiter.Given(text) ?? throw new SyncException(CouplingErrors.InvalidDelimiter(clock.GetUtcNow(), text));
    }
}
