using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Tests.Worlds;

namespace BcSalesSync.Runtime.Tests.Connections;

/// <summary>What cannot happen in a sandbox is said in words.</summary>
public sealed class SandboxEventTests
{
    public static TheoryData<object> Unusable => new() { double.NaN, double.PositiveInfinity, float.NegativeInfinity, typeof(string) };

    [Theory]
    [MemberData(nameof(Unusable), DisableDiscoveryEnumeration = true)]
    public async Task An_argument_that_cannot_be_sent_is_named(object amount)
    {
        await using var world = await SyncWorld.OpenAsync("empty");
        var arguments = new Dictionary<string, object?> { ["invoiceNo"] = "PS-INV1", ["amount"] = amount };

        var refused = await Assert.ThrowsAsync<SyncException>(() => world.Session.RaiseSandboxEventAsync("receivePayment", arguments, default));

        Assert.Equal(("BcSync.Sandbox.EventArgumentUnusable", FailureClass.Data), (refused.Error.ErrorId, refused.Error.Class));
        Assert.Contains("argument amount of the event receivePayment", refused.Message, StringComparison.Ordinal);
    }
}
