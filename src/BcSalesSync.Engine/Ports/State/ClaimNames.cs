using System.Globalization;

namespace BcSalesSync.Engine.Ports.State;

/// <summary>Names of what is claimed by one run, or one worker, at a time.</summary>
public static class ClaimNames
{
    /// <summary>What a full synchronisation claims.</summary>
    public const string FullSync = "fullsync";

    /// <summary>Begins the name of the claim on a mapping.</summary>
    public const string OfMappings = "mapping:";

    /// <summary>Begins the name of the claim on a partition of a mapping.</summary>
    public const string OfPartitions = "partition:";

    /// <summary>What a run on a mapping claims.</summary>
    public static string Of(string mapping) => $"{OfMappings}{mapping}";

    /// <summary>What a worker claims that works on a partition of a mapping.</summary>
    public static string Of(string mapping, int partition) =>
        string.Create(CultureInfo.InvariantCulture, $"{OfPartitions}{mapping}:{partition}");
}
