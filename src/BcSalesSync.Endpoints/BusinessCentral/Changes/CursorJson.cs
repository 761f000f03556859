using System.Text.Json;
using System.Text.Json.Serialization;
using BcSalesSync.Contracts;
using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.BusinessCentral.Changes;

/// <summary>Reads cursors back; one that another kind of read wrote no longer fits.</summary>
internal static class CursorJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <exception cref="CursorExpiredException">The text is no cursor of this kind.</exception>
    public static T Parse<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("The cursor is empty.");
        }
        catch (JsonException)
        {
            throw new CursorExpiredException(SystemSide.BusinessCentral, new EndpointFailure(
                FailureClass.Transient,
                "CursorDoesNotFit",
                "The place where the last read ended no longer fits this connection to Business Central."));
        }
    }
}
