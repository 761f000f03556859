namespace BcSalesSync.Sandbox.Faults;

internal enum FaultMoment
{
    // Nothing is applied; the rule's status is the answer, or the connection drops when it has none.
    Before,

    // The request is applied and its answer lost.
    After,

    // The request is worked on after a while.
    Delay,
}
