using System.Globalization;
using System.Text.Json;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.OData;

// Writes a stored value the way OData JSON has it.
internal static class ValueWriter
{
    public static void Write(Utf8JsonWriter writer, ColumnType type, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(type == ColumnType.Option ? OptionName.Encode(text) : text);
                break;
            case Guid id:
                writer.WriteStringValue(id);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case decimal number:
                writer.WriteNumberValue(number);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateTimeOffset time:
                // Without the trailing zeros of the fraction.
                writer.WriteStringValue(time.UtcDateTime);
                break;
            case DateOnly date:
                writer.WriteStringValue(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(value));
        }
    }
}
