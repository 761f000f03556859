using System.Globalization;
using BcSalesSync.Sandbox.Sales.Options;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Writing;

// Whether a value fits its column; numbers come back with the decimals the column keeps.
internal sealed class ValueCheck(OptionCatalog options)
{
    public object? Check(SalesTable table, Field field, object? value)
    {
        switch (value)
        {
            case string text when field.Column.MaxLength > 0 && text.Length > field.Column.MaxLength:
                throw SalesError.TooLong(table, field);
            case int option when field.Choices.Count > 0:
                CheckOption(table, field, option);
                return value;
            case int or decimal when field.Range?.Holds(Convert.ToDecimal(value, CultureInfo.InvariantCulture)) == false:
                throw SalesError.OutOfRange(table, field);
            case decimal number:
                return Scaled(number, field.Scale);
            default:
                return value;
        }
    }

    // The service always shows as many decimals as the column has, zeros included.
    public static decimal Scaled(decimal number, int scale) => decimal.Round(number, scale) + new decimal(0, 0, 0, false, (byte)scale);

    private void CheckOption(SalesTable table, Field field, int option)
    {
        if (!options.Has(table, field, option))
        {
            throw SalesError.NoSuchOption(table, field, options.Of(table, field));
        }
    }
}
