namespace BcSalesSync.Runtime.Tests.Convergence;

/// <summary>What people do with records on both sides.</summary>
internal enum LifeEvent
{
    EditBc,
    EditSales,
    AddBc,
    AddSales,
    DeleteBc,
    DeleteSales,
    Couple,
    Uncouple,
}
