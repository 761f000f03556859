using System.Text.Json;
using BcSalesSync.Endpoints.OData;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Reading;

/// <summary>One page of an answer.</summary>
/// <param name="Records">Its rows.</param>
/// <param name="DeletedIds">Ids in marks of rows that are gone.</param>
/// <param name="NextLink">Where the next page is; null on the last one.</param>
/// <param name="DeltaLink">Where the next change read starts; null when there is none.</param>
/// <param name="Count">Total the service counted; null when it was not asked to.</param>
internal sealed record RowPage(
    IReadOnlyList<Record> Records, IReadOnlyList<Guid> DeletedIds, string? NextLink, string? DeltaLink, long? Count)
{
    /// <summary>Reads the answer to a query of a set.</summary>
    /// <exception cref="EndpointException">The answer is not what a query answers.</exception>
    internal static RowPage Read(ReadOnlySpan<byte> body, Selection selection)
    {
        try
        {
            var page = ODataPageReader.Read(body, (ref Utf8JsonReader json) => RowReader.ReadNext(ref json, selection));
            return new RowPage(
                [.. page.Rows.Select(item => item.Row).OfType<Record>()],
                [.. page.Rows.Select(item => item.DeletedId).OfType<Guid>()],
                page.NextLink,
                page.DeltaLink,
                page.Count);
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException or FormatException)
        {
            throw AnswerJson.Unreadable(problem);
        }
    }
}
