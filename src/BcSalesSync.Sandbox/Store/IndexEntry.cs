namespace BcSalesSync.Sandbox.Store;

// Where a row stands under one of its values; also a bound to search from.
internal readonly record struct IndexEntry(object? Key, Guid Id);
