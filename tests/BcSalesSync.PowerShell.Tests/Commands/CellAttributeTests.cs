using System.Management.Automation;
using BcSalesSync.Contracts;
using BcSalesSync.PowerShell.Commands;

namespace BcSalesSync.PowerShell.Tests.Commands;

public sealed class CellAttributeTests
{
    [Theory]
    [InlineData(typeof(SyncDirection), "tosales", SyncDirection.ToSales)]
    [InlineData(typeof(bool), "False", false)]
    [InlineData(typeof(int), "30", 30)]
    [InlineData(typeof(int), " ", null)]
    [InlineData(typeof(SystemSide), "", null)]
    public void A_cell_is_read_as_its_type(Type type, string cell, object? value) => Assert.Equal(value, Read(type, cell));

    [Theory]
    [InlineData(typeof(SyncDirection), "ToSale")]
    [InlineData(typeof(SyncDirection), "7")]
    [InlineData(typeof(bool), "no")]
    [InlineData(typeof(int), "1.5")]
    public void A_bad_cell_is_refused_and_not_left_out(Type type, string cell) =>
        Assert.Throws<ArgumentTransformationMetadataException>(() => Read(type, cell));

    [Fact]
    public void A_value_that_is_no_text_stays_as_it_is() =>
        Assert.Equal(SyncDirection.Both, new CellAttribute(typeof(SyncDirection)).Transform(null!, SyncDirection.Both));

    private static object? Read(Type type, string cell) => new CellAttribute(type).Transform(null!, cell);
}
