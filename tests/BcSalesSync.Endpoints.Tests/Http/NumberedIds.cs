using BcSalesSync.Engine.Ports;

namespace BcSalesSync.Endpoints.Tests.Http;

/// <summary>Ids in a row.</summary>
internal sealed class NumberedIds : IIdSource
{
    private int last;

    public Guid NewId() => new(Interlocked.Increment(ref last), 0, 0, new byte[8]);
}
