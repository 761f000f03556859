using System.Text.Json;
using System.Text.Json.Serialization;

namespace BcSalesSync.Endpoints.BusinessCentral.Changes;

/// <summary>Where a read by modified time stands (spec/wire-bc.md 11).</summary>
/// <param name="Time">Latest modified time read; null when no row was there.</param>
/// <param name="Deletions">Deletions up to this row version of the companion's log are read; null without companion.</param>
/// <param name="IsUnderWay">True for a place inside a read.</param>
internal sealed record ModifiedCursor(
    [property: JsonPropertyName("t"), JsonRequired, JsonIgnore(Condition = JsonIgnoreCondition.Never)] DateTimeOffset? Time,
    [property: JsonPropertyName("d")] long? Deletions = null,
    [property: JsonPropertyName("more")] bool IsUnderWay = false)
{
    public override string ToString() => JsonSerializer.Serialize(this, CursorJson.Options);
}
