namespace BcSalesSync.Engine.Documents;

/// <summary>Tells which documents a run that nobody asked for takes up (spec/documents.md 10, quirk 3). Pure.</summary>
internal static class DueDocuments
{
    /// <summary>
    /// True when a document should be tried. One that is parked was refused for the same reason twice: it is tried again once another reason,
    /// or none, stands in its way. What Business Central itself refused is not asked again before a person says so.
    /// </summary>
    public static bool IsDue(DocumentPlan plan, DateTimeOffset now) => plan.Pending switch
    {
        null or { Class: null } => true,
        { Parked: true } parked => plan.Failure is null
            ? !DocumentRefusals.Contains(parked.ErrorId)
            : plan.Failure.ErrorId != parked.ErrorId || plan.Failure.Message != parked.Message,
        { NextTry: { } next } => next <= now,
        _ => true,
    };
}
