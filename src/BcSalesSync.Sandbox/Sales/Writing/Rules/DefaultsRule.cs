using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Writing.Rules;

// What a new row has when nobody said otherwise: no for yes-or-no columns, the organisation's currency, and what its table says.
internal sealed class DefaultsRule(SalesOrganization organization) : IRowRule
{
    // Boxed once: a large organisation has millions of them.
    private static readonly object No = false;

    public void Apply(RowDraft draft, SalesTable table, WriteScope scope)
    {
        if (!draft.IsNew)
        {
            return;
        }

        foreach (var field in table.Fields)
        {
            draft[field.Column] ??= DefaultOf(field);
        }
    }

    private object? DefaultOf(Field field) => (field.Kind, field.Name) switch
    {
        (FieldKind.Boolean, _) => No,
        (_, "transactioncurrencyid") => organization.BaseCurrency,
        _ => field.InitialValue,
    };
}
