using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// Columns no row of a table can be without.
internal sealed class RequiredRule : IRowRule
{
    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table.Fields.FirstOrDefault(field => field.IsRequired && draft[field.Column] is null) is { } missing)
        {
            throw SalesError.Missing($"Required field missing: '{missing.Name}' of the table '{table.Name}'.");
        }
    }
}
