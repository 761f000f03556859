using BcSalesSync.Sandbox.OData;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Tests.Core;

public sealed class ContinuationTests
{
    private static readonly Guid Id = new("5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c02");

    [Fact]
    public void A_token_reads_back_whatever_the_values_hold()
    {
        object?[] values =
        [
            "O'Hara, 'Ltd'", "", 12, 12345678901L, 1.50m, true, null, Id, new DateOnly(2026, 3, 2),
            new DateTimeOffset(2026, 3, 2, 8, 3, 59, 900, TimeSpan.Zero),
        ];
        ColumnType[] types =
        [
            ColumnType.Text, ColumnType.Code, ColumnType.Integer, ColumnType.BigInteger, ColumnType.Decimal, ColumnType.Boolean, ColumnType.Text,
            ColumnType.Guid, ColumnType.Date, ColumnType.DateTime,
        ];
        var read = Continuation.Parse(new Continuation(values, Id).ToString(), types);
        Assert.Equal(Id, read.Id);
        Assert.Equal(values, read.Values);
    }

    [Theory]
    [InlineData("")]
    [InlineData("'x'")]
    [InlineData("x,5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c02,y")]
    public void A_broken_token_is_refused(string token) =>
        Assert.Throws<QueryException>(() => Continuation.Parse(token, [ColumnType.Text]));
}
