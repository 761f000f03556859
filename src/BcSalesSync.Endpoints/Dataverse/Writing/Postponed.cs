namespace BcSalesSync.Endpoints.Dataverse.Writing;

/// <summary>What the service was too busy for, or turned away for its token.</summary>
/// <param name="Item">What is sent again.</param>
/// <param name="Wait">How long the service asked to be left alone; null when it did not.</param>
/// <param name="IsUnauthorized">True when a new token is needed.</param>
internal readonly record struct Postponed<TItem>(TItem Item, TimeSpan? Wait, bool IsUnauthorized = false);
