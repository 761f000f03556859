namespace BcSalesSync.Engine.Records;

/// <summary>
/// Columns that name the table a reference points to, such as owneridtype for ownerid (spec/mappings.md 2.24). They hold no value of their
/// own: a reference carries its table, so such a column is never read or written, but mappings and filters may speak of it.
/// </summary>
public static class ReferenceType
{
    private const string Suffix = "type";

    private static readonly string[] References = ["ownerid", "customerid", "parentcustomerid", "objectid"];

    /// <summary>The reference whose table the column names; null when the column is none of this sort.</summary>
    public static string? ReferenceOf(string column) =>
        Array.Find(References, reference => column.Length == reference.Length + Suffix.Length
            && column.StartsWith(reference, StringComparison.Ordinal) && column.EndsWith(Suffix, StringComparison.Ordinal));
}
