using BcSalesSync.Sandbox.Clock;
using BcSalesSync.Sandbox.Control;
using BcSalesSync.Sandbox.Faults;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox;

// What both systems and the control API share.
internal sealed record SandboxWorld(SandboxOptions Options, DataStore Store, SandboxClock Clock, RequestLog Requests, FaultBox Faults)
{
    // The company both sides speak of.
    public const string CompanyName = "CRONUS International Ltd.";

    public static SandboxWorld Create(SandboxOptions options) => new(
        options, new DataStore(), new SandboxClock(options.TimeProvider), new RequestLog(), new FaultBox(options.TimeProvider));
}
