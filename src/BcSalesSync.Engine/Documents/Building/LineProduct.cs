using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Building;

/// <summary>What a line of Business Central sells.</summary>
/// <param name="Type">Type of the line.</param>
/// <param name="Number">Number of the item or resource.</param>
/// <param name="Description">Its own description; null for what stands for written-in products.</param>
/// <param name="Unit">Code of the unit; null to keep its own.</param>
internal sealed record LineProduct(FieldValue Type, string Number, string? Description, string? Unit = null)
{
    /// <summary>Tax that is in the price of the item, in percent; 0 for a price without.</summary>
    public decimal PriceTaxPercent { get; init; }

    /// <summary>True when the price includes tax and the connection does not tell how much.</summary>
    public bool IsTaxUntold { get; init; }
}
