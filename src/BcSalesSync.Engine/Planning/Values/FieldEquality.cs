using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Planning.Values;

/// <summary>When two values of one column count as equal (spec/engine.md 3.9, spec/wire-bc.md 3.2).</summary>
internal static class FieldEquality
{
    /// <summary>
    /// Equal by value. A blank equals zero and false, because Business Central knows no null where Dataverse does; references are
    /// equal when their ids are, because an owner's type follows from its id.
    /// </summary>
    public static bool Same(FieldValue left, FieldValue right) => (left.Raw, right.Raw) switch
    {
        (Lookup a, Lookup b) => a.Id == b.Id,
        (null, decimal or bool) => IsBlank(right),
        (decimal or bool, null) => IsBlank(left),
        _ => left == right,
    };

    private static bool IsBlank(FieldValue value) => value.Raw is null or 0m or false;
}
