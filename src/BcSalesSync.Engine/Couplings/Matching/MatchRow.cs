namespace BcSalesSync.Engine.Couplings.Matching;

/// <summary>A row of Sales as matching knows it.</summary>
/// <param name="Id">Primary key.</param>
/// <param name="Name">Primary name.</param>
/// <param name="Owner">Number or id of the record it is coupled to; null when it is free.</param>
internal sealed record MatchRow(Guid Id, string? Name, string? Owner)
{
    /// <summary>SystemId of that record.</summary>
    public Guid? OwnerId { get; init; }
}
