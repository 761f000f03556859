using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// What AL's TestField says of a record that is not as it must be.
internal static class FieldTest
{
    private const string Code = "Application_FieldValidationException";

    public static void HasValue(RowDraft draft, Column column)
    {
        if (Equals(draft[column], BlankValue.Of(column)))
        {
            throw BcException.Refused(
                Code, $"{column.Caption} must have a value in {RecordName.Of(draft)}. It cannot be zero or empty.");
        }
    }

    public static void IsEqual(RowDraft draft, Column column, object expected)
    {
        if (!Equals(draft[column], expected))
        {
            throw BcException.Refused(
                Code,
                $"{column.Caption} must be equal to '{RecordName.Shown(expected)}' in {RecordName.Of(draft)}. "
                + $"Current value is '{RecordName.Shown(draft[column]!)}'.");
        }
    }
}
