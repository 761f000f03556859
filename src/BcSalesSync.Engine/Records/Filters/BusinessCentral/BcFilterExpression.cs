using System.Text.RegularExpressions;

namespace BcSalesSync.Engine.Records.Filters.BusinessCentral;

/// <summary>
/// Filters as Business Central writes them in table views: <c>number=FILTER(10000..20000|&lt;&gt;A*),type=CONST(Person)</c>. Fields are
/// called as the API calls them; conditions on several fields must all hold. Upper and lower case never count, with or without @.
/// </summary>
public static partial class BcFilterExpression
{
    /// <summary>True when a text begins like one, whether or not the rest of it is right.</summary>
    public static bool IsMeant(string text) => Beginning().IsMatch(text);

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The text.</param>
    /// <param name="table">The table whose fields it names; their kinds tell what the values are.</param>
    /// <exception cref="FilterSyntaxException">
    /// The text is no such expression, or names a field or value the table does not have.
    /// </exception>
    public static Filter Parse(string text, TableSchema table) => new BcFilterReader(text, table).Read();

    [GeneratedRegex(@"^\s*\w+\s*=\s*(FILTER|CONST)\s*\(", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}
