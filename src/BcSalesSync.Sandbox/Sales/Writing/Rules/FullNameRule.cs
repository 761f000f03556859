using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// The full name of a person is first and last name.
internal sealed class FullNameRule : IRowRule
{
    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (table.Find("fullname") is { } fullName)
        {
            string?[] parts = [draft[table.Find("firstname")!.Column] as string, draft[table.Find("lastname")!.Column] as string];
            var name = string.Join(' ', parts.Where(part => !string.IsNullOrWhiteSpace(part)));
            draft[fullName.Column] = name.Length == 0 ? null : name;
        }
    }
}
