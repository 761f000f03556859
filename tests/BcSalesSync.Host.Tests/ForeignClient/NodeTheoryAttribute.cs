namespace BcSalesSync.Host.Tests.ForeignClient;

/// <summary>A theory that needs Node.js and its package; skipped, with the reason, where they are not to be had.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute() => Skip = NodePackage.WhyMissing;
}
