namespace BcSalesSync.Engine.Tests.Couplings.Csv;

internal sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
