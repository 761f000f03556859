namespace BcSalesSync.Contracts;

/// <summary>Asks for the default mappings.</summary>
public sealed record InitializeRequest
{
    /// <summary>Names or wildcards of the mappings to set up; empty for all.</summary>
    public IReadOnlyList<string> Mappings { get; init; } = [];

    /// <summary>Replace mappings that exist already.</summary>
    public bool Reset { get; init; }

    /// <summary>Ownership model to set; null keeps it.</summary>
    public OwnershipModel? OwnershipModel { get; init; }
}
