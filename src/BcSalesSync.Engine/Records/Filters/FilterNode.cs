namespace BcSalesSync.Engine.Records.Filters;

/// <summary>A filter as it was written, before placeholders are filled in.</summary>
internal abstract record FilterNode;
