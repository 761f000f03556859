namespace BcSalesSync.Engine.Errors;

/// <summary>Names as they are typed in the commands of next steps.</summary>
internal static class TypedName
{
    /// <summary>The name, in quotes where it holds a blank.</summary>
    public static string Typed(this string name) => name.Contains(' ', StringComparison.Ordinal) ? $"'{name}'" : name;
}
