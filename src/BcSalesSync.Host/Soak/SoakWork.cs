namespace BcSalesSync.Host.Soak;

internal enum SoakWork
{
    FullSynchronization,
    Orders,

    // A full synchronisation that is begun, and left to the workers.
    Handover,
}
