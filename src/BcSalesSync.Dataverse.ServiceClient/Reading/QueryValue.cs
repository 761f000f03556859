using System.Globalization;
using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Dataverse.Metadata;
using BcSalesSync.Endpoints.Dataverse.Reading;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Dataverse.ServiceClient.Reading;

/// <summary>Values of conditions: plain ones of the type that the column has in a database.</summary>
internal static class QueryValue
{
    /// <summary>The value to compare a column with; text typed by people may stand for a number, an id or a choice.</summary>
    /// <exception cref="EndpointException">The text cannot be a value of the column.</exception>
    internal static object Of(FieldValue value, AttributeDefinition attribute)
    {
        try
        {
            return value.Raw switch
            {
                string text => FromText(text, attribute),
                decimal number => Number(number, attribute),
                DateOnly date => date.ToDateTime(TimeOnly.MinValue),
                DateTimeOffset time => time.UtcDateTime,
                Lookup lookup => lookup.Id,
                var plain => plain!,
            };
        }
        catch (Exception problem) when (problem is FormatException or OverflowException)
        {
            throw new EndpointException(SystemSide.Sales, new EndpointFailure(FailureClass.Configuration, "filter", problem.Message), problem);
        }
    }

    private static object FromText(string text, AttributeDefinition attribute)
    {
        if (attribute.Column.Kind is FieldKind.Text or FieldKind.Code)
            return text;
        var literal = ColumnLiteral.Write(FieldValue.Text(text), attribute);
        return attribute.Column.Kind switch
        {
            FieldKind.Boolean => bool.Parse(literal),
            FieldKind.Lookup or FieldKind.UniqueId => Guid.Parse(literal),
            FieldKind.Date or FieldKind.DateTime => DateTimeOffset.Parse(literal, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).UtcDateTime,
            _ => Number(decimal.Parse(literal, CultureInfo.InvariantCulture), attribute),
        };
    }

    private static object Number(decimal number, AttributeDefinition attribute) => attribute.Type switch
    {
        "Integer" or "Picklist" or "State" or "Status" => decimal.ToInt32(number),
        "BigInt" => decimal.ToInt64(number),
        "Double" => decimal.ToDouble(number),
        _ => number,
    };
}
