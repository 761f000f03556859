using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Errors;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Endpoints.Dataverse.Transport;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Dataverse.Changes;

/// <summary>Reads changes: by change tracking where the table has it, else by time (spec/wire-dataverse.md 4).</summary>
internal sealed class ChangeReader(DataverseClient client, int pageSize)
{
    /// <summary>Reads changes page by page.</summary>
    /// <exception cref="CursorExpiredException">The cursor is too old, or was made for other columns.</exception>
    internal IAsyncEnumerable<ChangePage> ReadAsync(TableDefinition table, ChangeRequest request, CancellationToken cancellationToken)
    {
        var selection = Selection.Of(table, request.Columns.Concat(request.Filter.Columns));
        var cursor = request.Cursor is null ? null : Restore(request.Cursor, selection);
        var byTime = cursor?.ByTime ?? !table.TracksChanges;
        return byTime
            ? new TimePolling(this, selection, request).ReadAsync(cursor, cancellationToken)
            : new TrackedChanges(this, selection, request).ReadAsync(cursor, cancellationToken);
    }

    /// <summary>Reads one page; null when the table turns out not to track changes.</summary>
    internal async Task<RowPage?> ReadPageAsync(string address, Selection selection, bool trackChanges, CancellationToken cancellationToken)
    {
        var prefer = Preference.Page(pageSize, selection.NeedsAnnotations, trackChanges);
        using var response = await client.TryGetAsync(address, prefer, cancellationToken);
        if (response.Failure is null)
            return RowPage.Read(response.Body.Span, selection);
        if (response.Failure.Is(ErrorCode.TrackingOff))
            return null;
        if (response.Failure.Is(ErrorCode.TokenExpired) || response.Status == 410)
            throw new CursorExpiredException(SystemSide.Sales, response.Failure);
        throw new EndpointException(SystemSide.Sales, response.Failure);
    }

    private static ChangeCursor Restore(string text, Selection selection)
    {
        if (ChangeCursor.TryRead(text) is not { } cursor)
            throw Unfit("The place where the last change read ended is not readable.");
        return selection.Names.All(cursor.Columns.Contains)
            ? cursor
            : throw Unfit("The columns to read have changed since the last change read.");
    }

    private static CursorExpiredException Unfit(string message) =>
        new(SystemSide.Sales, new EndpointFailure(FailureClass.Transient, "cursor", message));
}
