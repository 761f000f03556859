using BcSalesSync.Engine.Ports;

namespace BcSalesSync.Endpoints.Tests.Dataverse.Service;

internal sealed class CountedIds : IIdSource
{
    private int last;

    public Guid NewId() => new(Interlocked.Increment(ref last), 0, 0, new byte[8]);
}
