namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>The coupled records that a reference can name, as both sides write them.</summary>
internal sealed class LifeLinks(IReadOnlyList<(string Bc, string Sales)> pairs)
{
    private readonly Dictionary<string, string> inSales = pairs.ToDictionary(pair => pair.Bc, pair => pair.Sales);

    /// <summary>No reference is edited.</summary>
    public static LifeLinks None { get; } = new([]);

    /// <summary>The pair that a typed value stands for.</summary>
    public (string Bc, string Sales) Of(string value) => pairs[value[0] % pairs.Count];

    /// <summary>What Sales writes for a record of Business Central; empty text when it is none of them.</summary>
    public string InSales(string bc) => inSales.GetValueOrDefault(bc, string.Empty);

    /// <summary>True when one of them is written so in Sales.</summary>
    public bool AreInSales(string sales) => pairs.Any(pair => pair.Sales == sales);
}
