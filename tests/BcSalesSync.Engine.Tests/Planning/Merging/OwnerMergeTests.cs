using BcSalesSync.Engine.Mappings;
using BcSalesSync.Engine.Planning;
using BcSalesSync.Engine.Planning.Merging;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Engine.Tests.Planning.Merging;

public sealed class OwnerMergeTests
{
    private static readonly Guid Owner = new("5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e01");
    private static readonly Guid Other = new("5a0e8f3c-1b2d-5c4e-8f60-7a9b8c7d6e02");

    [Fact]
    [Trait("Scenario", "SLP-113")]
    public void An_owner_with_the_right_id_keeps_its_type() =>
        Assert.Equal(FieldDecision.Agreed, Decide(FieldValue.Reference("systemuser", Owner), FieldValue.Reference("team", Owner)));

    [Fact]
    public void An_owner_with_another_id_is_replaced() =>
        Assert.Equal(FieldDecision.Write, Decide(FieldValue.Reference("systemuser", Owner), FieldValue.Reference("team", Other)));

    private static FieldDecision Decide(FieldValue derived, FieldValue current)
    {
        var row = DefaultMappings.All.Single(mapping => mapping.Name == "CUSTOMER").Fields
            .Single(field => field is { SalesField: "ownerid", BcField: "salespersonCode" });
        var field = new PassField(row, row.BcField, new ColumnSchema { Name = "ownerid", Kind = FieldKind.Lookup }, TwoWay: false);
        return ThreeWayMerge.Decide(field, FieldValue.Text("PS"), derived, current, null, null);
    }
}
