using System.Globalization;
using BcSalesSync.Sandbox.Sales.Options;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Sales.Reading;

// Values the way a user of the organisation sees them; null for a column without such a text.
internal sealed class FormattedValues(DataStore store)
{
    private readonly OptionCatalog _options = new(store);

    public string? Of(SalesTable table, Field field, object value) => field.Kind switch
    {
        FieldKind.Choice or FieldKind.State or FieldKind.Status =>
            _options.Of(table, field).FirstOrDefault(choice => choice.Value == (int)value)?.Label,
        FieldKind.Boolean => (bool)value ? "Yes" : "No",
        FieldKind.Lookup or FieldKind.Customer or FieldKind.Owner => NameOf(field, (Guid)value),
        FieldKind.Money => "€" + ((decimal)value).ToString("N2", CultureInfo.InvariantCulture),
        FieldKind.Decimal =>
            ((decimal)value).ToString("N" + field.Scale.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        FieldKind.Integer => ((int)value).ToString("N0", CultureInfo.InvariantCulture),
        FieldKind.BigInteger => ((long)value).ToString("N0", CultureInfo.InvariantCulture),
        FieldKind.DateTime => ((DateTimeOffset)value).ToString("M/d/yyyy h:mm tt", CultureInfo.InvariantCulture),
        FieldKind.DateOnly => ((DateOnly)value).ToString("M/d/yyyy", CultureInfo.InvariantCulture),
        _ => null,
    };

    private string? NameOf(Field field, Guid id)
    {
        var target = LookupResolver.TargetOf(store, field, id);
        var table = SalesSchema.FindName(target.Table)!;
        return LookupResolver.RowOf(store, target, id)?[table.Find(table.PrimaryName)!.Column] as string;
    }
}
