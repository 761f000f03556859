namespace BcSalesSync.Engine.Runs.Passes.Partitions;

/// <summary>Which partition a record belongs to: always the same one, so that its changes are worked off in their order.</summary>
internal static class PartitionHash
{
    /// <summary>The partition of a record, from 0.</summary>
    public static int Of(Guid id, int count)
    {
        // Ids that were given one after the other differ in a few bytes only, which a sum of the bytes as they are would not spread.
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        var hash = 2_166_136_261u;
        foreach (var value in bytes)
            hash = (hash ^ value) * 16_777_619u;
        return (int)(hash % (uint)count);
    }
}
