namespace BcSalesSync.Sandbox.Sales.Schema;

// What becomes of a row that points to a deleted one.
internal enum PointerFate
{
    // It stays and points nowhere.
    Cleared,

    // It keeps the other row from being deleted.
    Refuses,

    // It is deleted as well.
    Follows,
}
