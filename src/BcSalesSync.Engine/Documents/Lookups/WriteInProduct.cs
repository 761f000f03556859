using BcSalesSync.Contracts;

namespace BcSalesSync.Engine.Documents.Lookups;

/// <summary>What stands for written-in products in Business Central (spec/documents.md 1.7).</summary>
/// <param name="Type">Item or resource.</param>
/// <param name="Number">Its number; null when none is set up.</param>
/// <param name="Problem">Why it cannot be used; null when it can.</param>
internal sealed record WriteInProduct(WriteInProductType Type, string? Number, BcSyncError? Problem);
