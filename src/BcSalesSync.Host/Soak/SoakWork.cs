namespace BcSalesSync.Host.Soak;

internal enum SoakWork
{
    FullSynchronization,
    Orders,
}
