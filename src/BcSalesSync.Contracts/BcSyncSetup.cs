namespace BcSalesSync.Contracts;

/// <summary>The switches that shape the mappings (spec/mappings.md 5.1).</summary>
public sealed record BcSyncSetup
{
    /// <summary>Who owns rows created in Sales.</summary>
    public required OwnershipModel OwnershipModel { get; init; }
}
