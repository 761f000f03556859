using System.Runtime.CompilerServices;
using System.Text;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Errors;
using CsvHelper;

namespace BcSalesSync.Engine.Couplings.Csv;

/// <summary>Reads coupling requests from CSV files: UTF-8 with or without byte order mark, with commas, semicolons or tabs.</summary>
/// <param name="clock">Time of errors.</param>
public sealed class CouplingCsvReader(TimeProvider clock)
{
    private const int LargestRow = 1024 * 1024;

    /// <summary>
    /// Reads the rows one by one. A bad row is an error that names file, line and column, with the raw row as input; blank rows are passed
    /// over. Whether mapping and records exist is not looked at.
    /// </summary>
    /// <exception cref="SyncException">
    /// BcSync.Coupling.FileUnreadable (missing, locked, empty), BcSync.Coupling.FileHeadings (the headings do not name both sides and a
    /// mapping) or BcSync.Coupling.InvalidDelimiter: the file cannot be used at all.
    /// </exception>
    public async IAsyncEnumerable<Outcome<CouplingRequest>> ReadAsync(
        CouplingFile file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var stream = Open(file);
        var separator = await SeparatorAsync(file, stream, cancellationToken);
        CsvMalformedRecord? malformed = null;
        var options = CsvReaderOptions.Default with
        {
            Separator = separator,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MaxRecordSize = LargestRow,
            OnMalformedRecord = record => malformed = record,
        };
        await using var csv = CsvReader.Create(stream, options, leaveOpen: true);
        var headings = await ReadHeadingsAsync(csv, file, cancellationToken);
        var reader = new CouplingRowReader(file, headings, clock);
        while (await AdvanceAsync(csv, file, cancellationToken))
        {
            var row = RowOf(csv, malformed);
            if (!row.IsBlank)
                yield return reader.Read(row);
        }
    }

    private FileStream Open(CouplingFile file)
    {
        try
        {
            return new(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.Asynchronous);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable(file, problem.Message, problem);
        }
    }

    private async Task<char?> SeparatorAsync(CouplingFile file, FileStream stream, CancellationToken cancellationToken)
    {
        if (file.Delimiter is { } given)
            return CsvDelimiter.Given(given) ?? throw new SyncException(CouplingErrors.InvalidDelimiter(clock.GetUtcNow(), given));
        try
        {
            var separator = await CsvDelimiter.DetectAsync(stream, cancellationToken);
            stream.Position = 0;
            return separator;
        }
        catch (IOException problem)
        {
            throw Unreadable(file, problem.Message, problem);
        }
    }

    private async Task<CouplingHeadings> ReadHeadingsAsync(CsvReader csv, CouplingFile file, CancellationToken cancellationToken)
    {
        try
        {
            await csv.ReadHeaderAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or CsvFormatException)
        {
            throw Unreadable(file, problem.Message, problem);
        }

        if (csv.Headers.All(string.IsNullOrWhiteSpace))
            throw Unreadable(file, "The file is empty.");
        var headings = new CouplingHeadings([.. csv.Headers]);
        var problemText = headings switch
        {
            { Ambiguous: { } clash } => $"The headings {clash}.",
            { NameRecords: false } => $"The headings {string.Join(", ", csv.Headers)} do not name a record on each side.",
            _ when file.Mapping is null && !headings.Has(CouplingColumn.Mapping) => "No heading names the mapping, and none was given.",
            _ => null,
        };
        return problemText is null
            ? headings
            : throw new SyncException(CouplingErrors.FileHeadings(clock.GetUtcNow(), file.Path, problemText, CouplingHeadings.Known));
    }

    private async ValueTask<bool> AdvanceAsync(CsvReader csv, CouplingFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await csv.ReadAsync(cancellationToken);
        }
        catch (Exception problem) when (problem is IOException or CsvFormatException)
        {
            throw Unreadable(file, problem.Message, problem);
        }
    }

    private static CouplingRow RowOf(CsvReader csv, CsvMalformedRecord? malformed)
    {
        var fields = new string[csv.FieldCount];
        for (var place = 0; place < fields.Length; place++)
            fields[place] = csv.GetString(place);
        var reason = malformed?.LineNumber == csv.LineNumber ? malformed.Value.Reason : (CsvMalformedReason?)null;
        return new(csv.LineNumber, Encoding.UTF8.GetString(csv.RawRecord), fields, reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "A quote is never closed, so that the rest of the file belongs to this row.",
            CsvMalformedReason.TextAfterClosingQuote => "Text follows after a closing quote.",
            _ => null,
        });
    }

    private SyncException Unreadable(CouplingFile file, string reason, Exception? cause = null) =>
        new(CouplingErrors.FileUnreadable(clock.GetUtcNow(), file.Path, reason), cause);
}
