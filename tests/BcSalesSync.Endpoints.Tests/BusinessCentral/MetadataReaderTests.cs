using System.Text;
using BcSalesSync.Endpoints.BusinessCentral.Metadata;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

public sealed class MetadataReaderTests
{
    private readonly IReadOnlyDictionary<string, MetadataSet> sets =
        MetadataReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(SmallMetadata.Companion)));

    [Fact]
    public void Kinds_and_lengths_come_from_types()
    {
        Assert.Equal((FieldKind.Text, 100), (Column("displayName").Kind, Column("displayName").MaxLength));
        Assert.Equal(FieldKind.Code, Column("number").Kind);
        Assert.Equal(FieldKind.Number, Column("creditLimit").Kind);
        Assert.Equal(FieldKind.UniqueId, Column("id").Kind);
        Assert.Equal(FieldKind.DateTime, Column("systemModifiedAt").Kind);
    }

    [Fact]
    public void Choices_are_decoded() =>
        Assert.Equal(["", "Ship", "All"], Column("blocked").Choices.Select(choice => choice.Label));

    [Fact]
    public void Stamps_and_annotated_properties_are_read_only()
    {
        Assert.False(Column("systemRowVersion").CanUpdate);
        Assert.False(Column("balance").CanCreate);
        Assert.False(Column("balance").CanUpdate);
        Assert.True(Column("type").CanCreate);
        Assert.False(Column("type").CanUpdate);
        Assert.True(Column("displayName").CanUpdate);
    }

    [Fact]
    public void Streams_and_navigation_are_no_columns() =>
        Assert.DoesNotContain(sets["customers"].Columns, column => column.Name is "picture" or "contactsInformation");

    private ColumnSchema Column(string name) => Assert.Single(sets["customers"].Columns, column => column.Name == name);
}
