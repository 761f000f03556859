namespace BcSalesSync.Engine.Mappings;

/// <summary>
/// Documents of Business Central that their status locks, such as released orders: each is reopened, written and released again as one unit
/// (spec/documents.md 2.4).
/// </summary>
public sealed record DocumentLock
{
    /// <summary>Action that opens a document.</summary>
    public required string Open { get; init; }

    /// <summary>Action that closes it again.</summary>
    public required string Close { get; init; }

    /// <summary>Column with the id of the row in Sales.</summary>
    public required string Mark { get; init; }

    /// <summary>Column that each written part spreads anew, so that it is written after them; null when there is none.</summary>
    public string? Last { get; init; }
}
