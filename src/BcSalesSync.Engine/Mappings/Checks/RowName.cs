namespace BcSalesSync.Engine.Mappings.Checks;

/// <summary>How problems call a field row.</summary>
internal static class RowName
{
    /// <summary>Both sides of the row; a constant stands for the side that has no field.</summary>
    public static string Of(FieldMapping row) => $"{row.BcField ?? Source(row)} / {row.SalesField ?? Source(row)}";

    private static string Source(FieldMapping row) => row.Constant is { } constant ? $"'{constant}'" : row.Computed ?? "nothing";
}
