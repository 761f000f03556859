using System.Text.Json;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Dataverse.Choices;

/// <summary>Remembers which options a change read saw, so that the next one can tell which are gone.</summary>
internal static class ChoiceCursor
{
    /// <summary>The cursor after a read.</summary>
    internal static string Write(IEnumerable<Record> seen) => JsonSerializer.Serialize(seen.Select(record => ChoiceId.ValueOf(record.Id)));

    /// <summary>Ids of the options the read before saw.</summary>
    /// <exception cref="CursorExpiredException">The text was not written here.</exception>
    internal static IReadOnlyList<Guid> Read(string text)
    {
        try
        {
            return [.. JsonSerializer.Deserialize<int[]>(text)!.Select(ChoiceId.For)];
        }
        catch (JsonException)
        {
            throw new CursorExpiredException(SystemSide.Sales, new EndpointFailure(
                FailureClass.Transient, "cursor", "The place where the last change read of options ended is not readable."));
        }
    }
}
