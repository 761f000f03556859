using BcSalesSync.Engine.Ports.State;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>A document as it is to be created in Business Central.</summary>
/// <param name="Customer">Coupling of its customer.</param>
/// <param name="Header">Columns and values in the order in which Business Central has to take them.</param>
/// <param name="Lines">The same of each line.</param>
/// <param name="Discount">Discount of the document as a whole, to be spread once the lines are there; 0 for none.</param>
/// <param name="Remarks">What is kept as the customer has it, in sentences.</param>
internal sealed record DocumentDraft(
    CouplingState Customer,
    IReadOnlyList<KeyValuePair<string, FieldValue>> Header,
    IReadOnlyList<IReadOnlyList<KeyValuePair<string, FieldValue>>> Lines,
    decimal Discount,
    IReadOnlyList<string> Remarks)
{
    /// <summary>What the connection does not take of the document, by the names that people call it.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>All that is worth knowing; null when nothing is.</summary>
    public string? Message => LeftOut.Count + Remarks.Count == 0 ? null : string.Join(' ', LeftOut.Count == 0
        ? Remarks : [.. Remarks, $"Left out, because the companion app is missing: {string.Join(", ", LeftOut)}."]);

    /// <summary>Quote in Business Central that is archived once the order made of it is there; null when there is none.</summary>
    public Guid? Quote { get; init; }

    /// <summary>True to release the document once it is there.</summary>
    public bool IsReleased { get; init; }
}
