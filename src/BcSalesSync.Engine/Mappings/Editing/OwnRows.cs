using BcSalesSync.Contracts;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Mappings.Editing;

/// <summary>Rows the engine itself adds to mappings of the admin's own, as default mappings have them (spec/mappings.md 3.1).</summary>
internal static class OwnRows
{
    private const string Company = "bcbi_companyid";
    private const string Owner = "ownerid";

    /// <summary>Company and owner, where the table in Sales has columns for them.</summary>
    public static IReadOnlyList<FieldMapping> For(TableSchema? sales)
    {
        var rows = new List<FieldMapping>();
        if (CanCreate(sales, Company))
            rows.Add(new FieldMapping { SalesField = Company, Direction = SyncDirection.ToSales, Computed = "Company", BuiltIn = true });
        if (CanCreate(sales, Owner))
        {
            rows.Add(new FieldMapping
            {
                SalesField = Owner, Direction = SyncDirection.ToSales, Computed = "DefaultOwner", OnCreateOnly = true, BuiltIn = true,
            });
        }

        return rows;
    }

    private static bool CanCreate(TableSchema? table, string column) => table?.Columns.GetValueOrDefault(column) is { CanCreate: true };
}
