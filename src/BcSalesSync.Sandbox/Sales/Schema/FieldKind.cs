namespace BcSalesSync.Sandbox.Sales.Schema;

// What Dataverse calls the type of an attribute.
internal enum FieldKind
{
    UniqueId,
    Text,
    Memo,
    Integer,
    BigInteger,
    Decimal,
    Money,
    Boolean,
    DateTime,
    DateOnly,
    Choice,
    State,
    Status,
    Lookup,
    Customer,
    Owner,
    TableName,
}
