using BcSalesSync.Engine.Ports.Endpoints;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>Lets some requests through and refuses those after them.</summary>
internal sealed class CountedGuard(int requests) : IWriteGuard
{
    private int asked;

    public Task RequireAsync() => Interlocked.Increment(ref asked) <= requests ? Task.CompletedTask : throw new InvalidOperationException("Lost.");
}
