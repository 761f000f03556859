using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Planning.Merging;

/// <summary>Who wins when both sides changed the same field (spec/engine.md 3.5).</summary>
internal static class ConflictRule
{
    /// <summary>True when the source wins, false when the destination does, null when nobody may.</summary>
    public static bool? SourceWins(PassDefinition pass, Candidate candidate) => pass.Mapping.UpdateConflict switch
    {
        UpdateConflictPolicy.SendToSales => pass.Source is SystemSide.BusinessCentral,
        UpdateConflictPolicy.GetFromSales => pass.Source is SystemSide.Sales,
        UpdateConflictPolicy.NewerWins => IsNewer(pass, candidate),
        _ => null,
    };

    private static bool IsNewer(PassDefinition pass, Candidate candidate)
    {
        var source = candidate.Source.ModifiedAt ?? DateTimeOffset.MinValue;
        var destination = candidate.Counterpart?.ModifiedAt ?? DateTimeOffset.MinValue;
        return source == destination ? pass.Source is SystemSide.BusinessCentral : source > destination;
    }
}
