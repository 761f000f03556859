namespace BcSalesSync.Engine.Documents.Lookups;

/// <summary>Currencies of both sides.</summary>
/// <param name="IsoCodes">ISO codes of currencies of Sales, by id.</param>
/// <param name="Known">Codes of currencies of Business Central.</param>
/// <param name="Local">Code of its local currency; null when it does not tell.</param>
internal sealed record CurrencyLookup(IReadOnlyDictionary<Guid, string> IsoCodes, IReadOnlySet<string> Known, string? Local);
