using BcSalesSync.Contracts;
using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>
/// The tables in which Business Central takes a kind of document: those of the companion app, or of API v2.0, which take less (spec/wire-bc.md
/// 5.2, 10).
/// </summary>
/// <param name="Headers">Table of the headers.</param>
/// <param name="Lines">Table of the lines, below the header's.</param>
/// <param name="IsCompanion">True for those of the companion app.</param>
internal sealed record BcDocumentForm(TableSchema Headers, TableSchema Lines, bool IsCompanion)
{
    /// <summary>Longest text of a line's description where the system does not tell.</summary>
    private const int LineText = 100;

    /// <summary>Longest text of a line's description.</summary>
    public int DescriptionLength => Lines.Columns.GetValueOrDefault("description")?.MaxLength ?? LineText;

    /// <summary>Type of a line with an account.</summary>
    public FieldValue AccountLine => FieldValue.Text(IsCompanion ? "G/L Account" : "Account");

    /// <summary>Type of a line that is text alone.</summary>
    public FieldValue CommentLine => IsCompanion ? FieldValue.Empty : FieldValue.Text("Comment");

    /// <summary>The tables that this connection offers.</summary>
    /// <exception cref="SyncException">It offers none.</exception>
    public static async Task<BcDocumentForm> FindAsync(
        IEndpoint system, DocumentKind kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var standard = kind is DocumentKind.Quote ? ("salesQuotes", "salesQuoteLines") : ("salesOrders", "salesOrderLines");
        return await TryFindAsync(system, ("salesHeaders", "salesLines"), true, cancellationToken).ConfigureAwait(false)
            ?? await TryFindAsync(system, standard, false, cancellationToken).ConfigureAwait(false)
            ?? throw new SyncException(DocumentErrors.TableMissing(now, standard.Item1));
    }

    /// <summary>True when a create may give a column of the header.</summary>
    public bool Takes(string column) => Headers.Columns.TryGetValue(column, out var found) && found.CanCreate;

    /// <summary>A value as a column of the header keeps it; empty when it cannot.</summary>
    public FieldValue FitHeader(string column, FieldValue value) => ValueFitting.Fit(value, Headers.Columns[column]) ?? FieldValue.Empty;

    private static async Task<BcDocumentForm?> TryFindAsync(
        IEndpoint system, (string Headers, string Lines) names, bool isCompanion, CancellationToken cancellationToken)
    {
        var headers = await system.GetSchemaAsync(names.Headers, cancellationToken).ConfigureAwait(false);
        var lines = await system.GetSchemaAsync(names.Lines, cancellationToken).ConfigureAwait(false);
        return headers is null || lines is null ? null : new BcDocumentForm(headers, lines, isCompanion);
    }
}
