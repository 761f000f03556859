using BcSalesSync.Contracts;
using BcSalesSync.Dataverse.ServiceClient.Organization;
using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Units;
using BcSalesSync.Engine.Records;

namespace BcSalesSync.Endpoints.Tests.ServiceClient;

public sealed class UnitTests : ServiceClientTest
{
    private static readonly FieldValue Name = FieldValue.Text("Adatum");
    private static readonly UnitWrite[] Two =
        [new("account", Create(First, ("name", Name))), new("account", Update(Second, "W/\"7\"", ("name", Name)))];

    [Fact]
    public async Task A_unit_is_one_transaction()
    {
        Organization.Then("Responses", new List<OrgBatchItem>());
        using var endpoint = Open();

        var outcome = Assert.Single(await endpoint.WriteUnitsAsync([new(Two)], default));

        Assert.Equal((WriteStatus.Done, 2), (outcome.Status, outcome.Records.Count));
        var request = Assert.Single(Organization.Sent);
        Assert.Equal("ExecuteTransaction", request.Name);
        Assert.Equal(["Create", "Update"], Assert.IsType<OrgRequests>(request.Parameters["Requests"]).Items.Select(item => item.Name));
    }

    [Fact]
    public async Task The_step_that_failed_decides_how_the_unit_ended()
    {
        Organization.ThenFault(0x80060882, failedIndex: 1);
        using var endpoint = Open();

        var outcome = Assert.Single(await endpoint.WriteUnitsAsync([new(Two)], default));

        Assert.Equal((WriteStatus.Stale, 1, "0x80060882"), (outcome.Status, outcome.FailedStep, outcome.Failure!.Code));
        Assert.Empty(outcome.Records);
    }

    [Fact]
    public async Task A_failure_that_names_no_step_refuses_the_unit_and_costs_no_other()
    {
        Organization.ThenFault(0x80040265).Then("Responses", new List<OrgBatchItem>());
        using var endpoint = Open();

        var outcomes = await endpoint.WriteUnitsAsync(
            [new(Two), new([new UnitWrite("account", Create(new Guid(9, 0, 0, new byte[8]), ("name", Name)))])], default);

        Assert.Equal([WriteStatus.Refused, WriteStatus.Done], outcomes.Select(outcome => outcome.Status));
        Assert.Null(outcomes[0].FailedStep);
    }

    [Fact]
    public async Task A_unit_whose_answer_is_lost_is_unknown()
    {
        Organization.ThenLost();
        using var endpoint = Open();

        Assert.Equal(WriteStatus.Unknown, Assert.Single(await endpoint.WriteUnitsAsync([new(Two)], default)).Status);
        Assert.Single(Organization.Sent);
    }

    [Fact]
    public async Task An_order_is_fulfilled_by_its_message()
    {
        Service.WithOrders();
        Organization.Then("Responses", new List<OrgBatchItem>());
        using var endpoint = Open();
        var submit = Update(First, null, ("statecode", FieldValue.Number(1)), ("statuscode", FieldValue.Number(3)));

        await endpoint.WriteUnitsAsync([new([new UnitWrite("salesorder", submit), new UnitAction("salesorder", First, "FulfillSalesOrder")])], default);

        var items = Assert.IsType<OrgRequests>(Assert.Single(Organization.Sent).Parameters["Requests"]).Items;
        Assert.Equal(new OrgChoice(1), Assert.IsType<OrgEntity>(items[0].Parameters["Target"]).Values["statecode"]);
        Assert.Equal(("FulfillSalesOrder", new OrgChoice(100001)), (items[1].Name, items[1].Parameters["Status"]));
        var close = Assert.IsType<OrgEntity>(items[1].Parameters["OrderClose"]);
        Assert.Equal(("orderclose", new OrgReference("salesorder", First)), (close.Table, close.Values["salesorderid"]));
    }

    [Fact]
    public async Task An_action_that_Sales_does_not_offer_is_refused_and_not_sent()
    {
        using var endpoint = Open();

        var outcome = Assert.Single(await endpoint.WriteUnitsAsync([new([new UnitAction("account", First, "release")])], default));

        Assert.Equal((WriteStatus.Refused, FailureClass.Configuration), (outcome.Status, outcome.Failure!.Class));
        Assert.Empty(Organization.Sent);
    }
}
