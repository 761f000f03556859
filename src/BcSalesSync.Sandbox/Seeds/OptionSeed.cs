using BcSalesSync.Sandbox.Sales.Options;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Seeds;

// The options every organisation starts with; from here on they are its own.
internal static class OptionSeed
{
    public static void Load(SalesRowWriter rows)
    {
        foreach (var table in SalesSchema.All)
        {
            foreach (var field in table.Fields.Where(field => field.Kind == FieldKind.Choice))
            {
                for (var i = 0; i < field.Choices.Count; i++)
                {
                    var option = field.Choices[i];
                    rows.Put(
                        SalesSchema.Option, OptionEditor.IdOf(table, field, option.Value), ("objecttypecode", table.Name),
                        ("attributename", field.Name), ("attributevalue", option.Value), ("value", option.Label),
                        ("displayorder", i + 1), ("langid", OptionEditor.Language));
                }
            }
        }
    }
}
