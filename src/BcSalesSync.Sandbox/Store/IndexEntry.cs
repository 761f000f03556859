namespace BcSalesSync.Sandbox.Store;

// A row under one of its values; without a row it is a bound to search from.
internal readonly record struct IndexEntry(object? Key, Guid Id, Row? Row);
