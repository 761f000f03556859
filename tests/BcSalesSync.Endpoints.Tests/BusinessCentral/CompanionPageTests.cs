using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Records;
using BcSalesSync.Engine.Records.Filters;

namespace BcSalesSync.Endpoints.Tests.BusinessCentral;

/// <summary>What pages of the companion cannot do, and the endpoint makes up for.</summary>
public sealed class CompanionPageTests
{
    [Fact]
    public async Task Contacts_of_a_customer_are_found_though_the_page_cannot_be_filtered_by_it()
    {
        using var company = new SandboxCompany();
        var customers = await company.Endpoint.ReadByValueAsync("customers", ["number"], "number", [FieldValue.Text("C10000")], default);
        var customer = FieldValue.Id(Assert.Single(customers).Id);

        var contacts = await company.Endpoint.ReadByValueAsync("contacts", ["number"], "customerId", [customer], default);

        Assert.NotEmpty(contacts);
        Assert.Equal(contacts.Count, await company.Endpoint.CountAsync("contacts", new Condition("customerId", FilterOperator.Equal, customer), default));
    }

    [Fact]
    public async Task A_line_is_created_below_its_document()
    {
        using var company = new SandboxCompany();
        var order = new RecordWrite
        {
            Kind = WriteKind.Create,
            Id = new Guid(7, 0, 0, new byte[8]),
            Values = [new("documentType", FieldValue.Text("Order")), new("customerNumber", FieldValue.Text("C10000"))],
        };
        var document = FieldValue.Id(order.Id!.Value);
        var line = new RecordWrite
        {
            Kind = WriteKind.Create,
            Values = [new("documentId", document), new("sequence", FieldValue.Number(20000)), new("description", FieldValue.Text("By hand"))],
        };

        Assert.Equal(WriteStatus.Done, Assert.Single(await company.Endpoint.WriteAsync("salesHeaders", [order], default)).Status);
        var outcome = Assert.Single(await company.Endpoint.WriteAsync("salesLines", [line], default));
        var lines = await company.Endpoint.ReadByValueAsync("salesLines", ["sequence", "description"], "documentId", [document], default);

        Assert.Equal((WriteStatus.Done, document), (outcome.Status, outcome.Record!["documentId"]));
        Assert.Equal((outcome.Id, FieldValue.Number(20000)), (Assert.Single(lines).Id, lines[0]["sequence"]));
    }
}
