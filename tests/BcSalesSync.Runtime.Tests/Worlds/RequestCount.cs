namespace BcSalesSync.Runtime.Tests.Worlds;

/// <summary>Requests of one kind, as the sandbox counts them.</summary>
internal sealed record RequestCount(string System, string Method, string Set, int Requests, int Operations);
