using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Runs.Inspection;

/// <summary>Says in one character how two records compare.</summary>
internal static class ComparisonSymbol
{
    /// <summary>All mapped fields agree.</summary>
    public const string Equal = "=";

    private const string Different = "*";
    private const string OnlyInBusinessCentral = "-";
    private const string OnlyInSales = "+";
    private const string NotComparable = "!";

    /// <summary>The symbol of a pair.</summary>
    public static string Of(bool inBusinessCentral, bool inSales, IReadOnlyList<BcDifference> differences) => (inBusinessCentral, inSales) switch
    {
        (true, false) => OnlyInBusinessCentral,
        (false, true) => OnlyInSales,
        (false, false) => NotComparable,
        _ when differences.Any(difference => difference.Message is null) => Different,
        _ => differences.Count > 0 ? NotComparable : Equal,
    };
}
