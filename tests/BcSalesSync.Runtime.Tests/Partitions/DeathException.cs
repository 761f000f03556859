namespace BcSalesSync.Runtime.Tests.Partitions;

/// <summary>What a worker that dies in a test ends with.</summary>
internal sealed class DeathException() : Exception("The worker died.");
