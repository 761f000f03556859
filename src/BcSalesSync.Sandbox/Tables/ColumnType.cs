namespace BcSalesSync.Sandbox.Tables;

// The CLR type of a stored value is fixed by its column type; null stands for "no value" (Sales side only).
internal enum ColumnType
{
    Text,       // string
    Code,       // string, trimmed and upper-cased by the system
    Option,     // string: the plain name of a Business Central enum value
    Choice,     // int: the number of a Dataverse choice
    Guid,       // Guid; also lookups
    Integer,    // int
    BigInteger, // long
    Decimal,    // decimal
    Boolean,    // bool
    DateTime,   // DateTimeOffset, UTC
    Date,       // DateOnly
}
