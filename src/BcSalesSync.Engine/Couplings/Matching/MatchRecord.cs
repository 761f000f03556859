namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>An uncoupled record of Business Central and, for each group, what it looks for.</summary>
/// <param name="Id">SystemId.</param>
/// <param name="No">Number or code.</param>
/// <param name="Name">Name.</param>
/// <param name="Entries">One for each group; null where the record has nothing to match by.</param>
internal sealed record MatchRecord(Guid Id, string? No, string? Name, IReadOnlyList<MatchEntry?> Entries)
{
    /// <summary>The record in a word.</summary>
    public string Label => No ?? Name ?? Id.ToString();
}
