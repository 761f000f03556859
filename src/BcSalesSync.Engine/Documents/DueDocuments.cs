using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Recovery;

namespace BcSalesSync.Engine.Documents;

/// <summary>Tells which documents a run that nobody asked for takes up (spec/documents.md 10, quirk 3). Pure.</summary>
internal static class DueDocuments
{
    /// <summary>
    /// True when a document should be tried. One that is parked was refused for the same reason twice: it is tried again once another reason,
    /// or none, stands in its way. What the other system itself refused is not asked again before a person says so.
    /// </summary>
    /// <param name="pending">What is remembered of earlier failures; null when nothing is.</param>
    /// <param name="failure">What stands in the way now; null when nothing does.</param>
    /// <param name="now">The time (UTC).</param>
    public static bool IsDue(PendingRecord? pending, PlanFailure? failure, DateTimeOffset now) => pending switch
    {
        null or { Class: null } => true,
        { Parked: true } parked => failure is null
            ? !DocumentRefusals.Contains(parked.ErrorId)
            : failure.ErrorId != parked.ErrorId || failure.Message != parked.Message,
        { NextTry: { } next } => next <= now,
        _ => true,
    };
}
