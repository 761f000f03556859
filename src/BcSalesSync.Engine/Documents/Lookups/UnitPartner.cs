using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Documents.Lookups;

/// <summary>The unit of an item or resource that a unit of Sales is coupled to.</summary>
/// <param name="Record">The unit; null when it is gone.</param>
internal sealed record UnitPartner(Record? Record);
