using System.Text.Json;
using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.FullSync;

/// <summary>What a full synchronisation was asked to do; kept with the run, so that another process can go on with it.</summary>
/// <param name="Action">What to do with every line; null follows the recommendation.</param>
/// <param name="Until">When it stops at a checkpoint (UTC); null for never.</param>
internal sealed record FullSyncOptions(FullSyncAction? Action, DateTimeOffset? Until)
{
    /// <summary>The options as stored.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <summary>Reads stored options.</summary>
    public static FullSyncOptions FromJson(string json) => JsonSerializer.Deserialize<FullSyncOptions>(json)
        ?? new FullSyncOptions(null, null);
}
