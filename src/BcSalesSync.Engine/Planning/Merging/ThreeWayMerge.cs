using BcSalesSync.Engine.Planning.Values;
using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Planning.Merging;

/// <summary>
/// Compares a field three ways: source now, destination now, and what both sides last agreed upon. An edit on one side travels, edits of
/// different fields merge, and only the same field changed differently on both sides is a conflict (design: section 2).
/// </summary>
internal static class ThreeWayMerge
{
    /// <summary>Decides one field.</summary>
    /// <param name="field">The row.</param>
    /// <param name="source">Source value now, as read.</param>
    /// <param name="translated">What the source value becomes on the other side.</param>
    /// <param name="destination">Destination value now.</param>
    /// <param name="lastSource">Source side when last synchronised; null when never.</param>
    /// <param name="lastDestination">Destination side when last synchronised; null when never.</param>
    public static FieldDecision Decide(
        PassField field, FieldValue source, FieldValue translated, FieldValue destination, SideState? lastSource,
            SideState? lastDestination)
    {
        if (FieldEquality.Same(translated, destination))
            return FieldDecision.Agreed;
        if (!field.TwoWay)
            return FieldDecision.Write;
        var destinationChanged = Changed(field.Destination.Name, destination, lastDestination);
        if (Changed(field.Source, source, lastSource))
            return destinationChanged ? FieldDecision.Conflict : FieldDecision.Write;

        // Values that differ although nobody touched them are what both sides agreed upon: a text the other side had to cut, for example.
        return destinationChanged ? FieldDecision.LeaveToReverse : FieldDecision.Agreed;
    }

    /// <summary>True when a value differs from the one last synchronised, or none ever was.</summary>
    public static bool Changed(string? column, FieldValue now, SideState? last) =>
        column is null || last is null || !last.Values.TryGetValue(column, out var before) || !FieldEquality.Same(before, now);
}
