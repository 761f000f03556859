using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Writing;

// Whether a value fits its column; numbers come back with the decimals the column keeps.
internal static class ValueCheck
{
    public static object? Check(SalesTable table, Field field, object? value)
    {
        switch (value)
        {
            case string text when field.Column.MaxLength > 0 && text.Length > field.Column.MaxLength:
                throw SalesError.TooLong(table, field);
            case int choice when field.Choices.Count > 0 && field.Choices.All(known => known.Value != choice):
                throw SalesError.OutOfRange(table, field);
            case decimal number:
                return Scaled(number, field.Scale);
            default:
                return value;
        }
    }

    // The service always shows as many decimals as the column has, zeros included.
    public static decimal Scaled(decimal number, int scale) => decimal.Round(number, scale) + new decimal(0, 0, 0, false, (byte)scale);
}
