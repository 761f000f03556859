using System.Text.Json;

namespace BcSalesSync.Sandbox.Tables;

// A column of one table. An instance belongs to the table it was given to.
internal sealed class Column(string name, ColumnType type, int maxLength = 0)
{
    public string Name { get; } = name;

    // The name as it stands in JSON.
    public JsonEncodedText JsonName { get; } = JsonEncodedText.Encode(name);

    public ColumnType Type { get; } = type;

    // Greatest length of a text, 0 = unlimited.
    public int MaxLength { get; } = maxLength;

    // What the system's messages call the column; the name when nothing else is given.
    public string Caption { get; init; } = name;

    // Names of an Option column in ordinal order.
    public IReadOnlyList<string> Options { get; init; } = [];

    public int Ordinal { get; internal set; } = -1;

    public static Column Text(string name, int maxLength) => new(name, ColumnType.Text, maxLength);

    public static Column Code(string name, int maxLength) => new(name, ColumnType.Code, maxLength);

    public static Column Guid(string name) => new(name, ColumnType.Guid);

    public static Column Integer(string name) => new(name, ColumnType.Integer);

    public static Column BigInteger(string name) => new(name, ColumnType.BigInteger);

    public static Column Decimal(string name) => new(name, ColumnType.Decimal);

    public static Column Boolean(string name) => new(name, ColumnType.Boolean);

    public static Column DateTime(string name) => new(name, ColumnType.DateTime);

    public static Column Date(string name) => new(name, ColumnType.Date);

    public static Column Option(string name, params string[] options) => new(name, ColumnType.Option) { Options = options };

    public static Column Choice(string name) => new(name, ColumnType.Choice);
}
