namespace BcSalesSync.Sandbox.Tables;

// The blank literals of Business Central (wire-bc 3.2).
internal static class BlankValue
{
    private static readonly object EmptyGuid = System.Guid.Empty;
    private static readonly object Zero = 0;
    private static readonly object LongZero = 0L;
    private static readonly object DecimalZero = 0m;
    private static readonly object False = false;
    private static readonly object NoTime = DateTimeOffset.MinValue;
    private static readonly object NoDate = DateOnly.MinValue;

    public static object Of(Column column) => column.Type switch
    {
        ColumnType.Text or ColumnType.Code => "",
        ColumnType.Option => column.Options.Count > 0 ? column.Options[0] : "",
        ColumnType.Guid => EmptyGuid,
        ColumnType.Choice or ColumnType.Integer => Zero,
        ColumnType.BigInteger => LongZero,
        ColumnType.Decimal => DecimalZero,
        ColumnType.Boolean => False,
        ColumnType.DateTime => NoTime,
        ColumnType.Date => NoDate,
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };
}
