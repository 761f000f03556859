namespace BcSalesSync.Sandbox.Sales.Schema;

// When a client may write a column (wire-dataverse 9).
[Flags]
internal enum FieldAccess
{
    ReadOnly = 0,
    Create = 1,
    Update = 2,
    Always = Create | Update,
}
