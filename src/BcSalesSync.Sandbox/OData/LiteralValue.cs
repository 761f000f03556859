using System.Globalization;
using BcSalesSync.Sandbox.Tables;
using Microsoft.OData;

namespace BcSalesSync.Sandbox.OData;

// Brings a literal of a query to the CLR type the column stores.
internal static class LiteralValue
{
    public static object? As(ColumnType type, object? literal) => literal switch
    {
        null => null,
        ODataEnumValue value => OptionName.Decode(value.Value),
        DateTimeOffset time => time.ToUniversalTime(),
        _ => type switch
        {
            ColumnType.Date when literal is not DateOnly =>
                DateOnly.ParseExact(literal.ToString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            ColumnType.Option => OptionName.Decode(Convert.ToString(literal, CultureInfo.InvariantCulture)!),
            ColumnType.Integer or ColumnType.Choice when literal is long or short or byte =>
                Convert.ToInt32(literal, CultureInfo.InvariantCulture),
            ColumnType.BigInteger when literal is int or short or byte => Convert.ToInt64(literal, CultureInfo.InvariantCulture),
            ColumnType.Decimal when literal is int or long or double or float => Convert.ToDecimal(literal, CultureInfo.InvariantCulture),
            _ => literal,
        },
    };
}
