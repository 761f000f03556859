using BcSalesSync.Sandbox.Clock;
using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Faults;
using BcSalesSync.Sandbox.Identity;
using BcSalesSync.Sandbox.Sales.Privileges;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox;

// What both systems and the control API share.
internal sealed record SandboxWorld(SandboxOptions Options, DataStore Store, SandboxClock Clock, RequestLog Requests, FaultBox Faults)
{
    // The tokens that the sandbox's own sign-in service gave away.
    public IssuedTokens Tokens { get; } = new();

    // What the integration user may do in Sales.
    public PrivilegeBook Privileges { get; } = new();

    // The company both sides speak of.
    public const string CompanyName = "CRONUS International Ltd.";

    // Where the clocks' shifts are kept among the store's counters, in ticks.
    public const string ShiftCounter = "clock.shift";
    public const string OffsetCounter = "clock.salesoffset";

    public static SandboxWorld Create(SandboxOptions options) => new(
        options, new DataStore(), new SandboxClock(options.TimeProvider), new RequestLog(), new FaultBox(options.TimeProvider));
}
