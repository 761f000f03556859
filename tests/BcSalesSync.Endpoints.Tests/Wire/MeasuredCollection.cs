namespace BcSalesSync.Endpoints.Tests.Wire;

/// <summary>Tests that measure what the process takes, and want it for themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredCollection
{
    public const string Name = "measured";
}
