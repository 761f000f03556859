using System.Text.Json;
using System.Text.Json.Serialization;

namespace BcSalesSync.Endpoints.BusinessCentral.Changes;

/// <summary>Where a read by row version stands (spec/wire-bc.md 11).</summary>
/// <param name="Version">Everything up to this row version is read.</param>
/// <param name="UpTo">Last row version of a read that is under way; null between reads.</param>
/// <param name="Since">Time a first read was narrowed to; null when it was not.</param>
internal sealed record RowVersionCursor(
    [property: JsonPropertyName("v"), JsonRequired, JsonIgnore(Condition = JsonIgnoreCondition.Never)] long Version,
    [property: JsonPropertyName("upTo")] long? UpTo = null,
    [property: JsonPropertyName("since")] DateTimeOffset? Since = null)
{
    public override string ToString() => JsonSerializer.Serialize(this, CursorJson.Options);
}
