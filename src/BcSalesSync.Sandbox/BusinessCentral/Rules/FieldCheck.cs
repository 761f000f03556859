using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Rules;

// The checks every field of a type has: codes in upper case without outer blanks, lengths, known options.
internal static class FieldCheck
{
    public static object Accept(Column column, object value) => column.Type switch
    {
        ColumnType.Code => Fitting(column, ((string)value).Trim().ToUpperInvariant()),
        ColumnType.Text => Fitting(column, (string)value),
        ColumnType.Option => Known(column, (string)value),
        _ => value,
    };

    private static string Fitting(Column column, string text)
    {
        if (column.MaxLength > 0 && text.Length > column.MaxLength)
        {
            throw BcException.Refused(
                "Application_StringExceededLength",
                $"The length of the string is {text.Length}, but it must be less than or equal to {column.MaxLength} characters.");
        }

        return text;
    }

    private static string Known(Column column, string option)
    {
        // A blank option may come as nothing at all; all others by their exact name.
        var name = option.Length == 0 && column.Options[0] == " " ? " " : option;
        if (!column.Options.Contains(name))
        {
            throw BcException.Refused(
                "Unknown", $"'{option}' is not an option. The existing options are: {string.Join(',', column.Options)}");
        }

        return name;
    }
}
