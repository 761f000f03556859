using BcSalesSync.Engine.Ports.State;

namespace BcSalesSync.State.Tests.Suites;

/// <summary>Couplings are equal when both sides' values are, whatever dictionary holds them.</summary>
internal static class CouplingAssert
{
    public static void Same(CouplingState expected, CouplingState actual)
    {
        Assert.Equal(expected with { Bc = null, Sales = null }, actual with { Bc = null, Sales = null });
        Same(expected.Bc, actual.Bc);
        Same(expected.Sales, actual.Sales);
    }

    /// <summary>The same pairs in the same order.</summary>
    public static void SamePairs(IEnumerable<CouplingState> expected, IEnumerable<CouplingState> actual) => Assert.Equal(
        expected.Select(coupling => (coupling.Family, coupling.BcId, coupling.SalesId)),
        actual.Select(coupling => (coupling.Family, coupling.BcId, coupling.SalesId)));

    private static void Same(SideState? expected, SideState? actual)
    {
        Assert.Equal((expected is null, expected?.Version, expected?.ModifiedAt), (actual is null, actual?.Version, actual?.ModifiedAt));
        if (expected is null)
            return;
        Assert.Equal(expected.Values.OrderBy(pair => pair.Key), actual!.Values.OrderBy(pair => pair.Key));
    }
}
