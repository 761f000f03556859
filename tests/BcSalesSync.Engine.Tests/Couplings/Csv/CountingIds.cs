using BcSalesSync.Engine.Ports;

namespace BcSalesSync.Engine.Tests.Couplings.Csv;

internal sealed class CountingIds : IIdSource
{
    private int last;

    public Guid NewId() => new(++last, 0, 0, new byte[8]);
}
