namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>What a field holds.</summary>
internal enum LifeFieldKind
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>An amount of money or a quantity.</summary>
    Amount,

    /// <summary>A code that no other record has.</summary>
    Code,

    /// <summary>A reference to one of a few coupled records.</summary>
    Link,
}
