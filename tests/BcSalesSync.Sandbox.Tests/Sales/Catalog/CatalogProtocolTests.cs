using System.Net;
using System.Text.Json;

namespace BcSalesSync.Sandbox.Tests.Sales.Catalog;

// The catalogue tables over what all tables share: bulk messages, batches, change tracking and metadata.
public sealed class CatalogProtocolTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("uomschedule", 2)]
    [InlineData("product", 2)]
    [InlineData("pricelevel", 2)]
    [InlineData("opportunity", 2)]
    [InlineData("uom", 0)]
    [InlineData("productpricelevel", 0)]
    public async Task Bulk_messages_are_for_tables_that_are_no_part_of_another(string table, int messages) =>
        Assert.Equal(messages, (await _client.RowsAsync(
            $"sdkmessagefilters?$select=sdkmessagefilterid&$filter=primaryobjecttypecode eq '{table}'")).Count);

    [Fact]
    public async Task One_bad_group_of_a_set_leaves_no_group_and_no_unit_behind()
    {
        var groups = (await _client.RowsAsync("uomschedules")).Count;
        var units = (await _client.RowsAsync("uoms")).Count;

        var answer = await BulkAsync("uomschedules", "CreateMultiple", Group("PCS"), Group(null));
        Assert.Equal(groups, (await _client.RowsAsync("uomschedules")).Count);
        Assert.Equal(units, (await _client.RowsAsync("uoms")).Count);
        var second = await BulkAsync("uomschedules", "CreateMultiple", Group("PCS"), Group("KG"));

        answer.Refuses(HttpStatusCode.BadRequest, "0x80043810");
        Assert.Equal(2, second.Json.GetProperty("Ids").GetArrayLength());
        Assert.Equal(units + 2, (await _client.RowsAsync("uoms")).Count);
    }

    [Fact]
    public async Task Products_are_published_and_retired_in_sets()
    {
        var first = await _client.CreateProductAsync("P1");
        var second = await _client.CreateProductAsync("P2");
        await BulkAsync("products", "UpdateMultiple", State(first, 0), State(second, 0));

        var retired = await BulkAsync("products", "UpdateMultiple", State(first, 1), State(second, 2));

        retired.Refuses(HttpStatusCode.BadRequest, "0x8004F912");
        Assert.Equal(0, await _client.StateAsync($"products({first})"));
    }

    [Fact]
    public async Task A_product_with_its_price_and_its_state_is_one_transaction()
    {
        var (group, unit) = await _client.CreateGroupAsync();
        var list = await _client.IdOfAsync("pricelevels", "pricelevelid", "name eq 'Retail'");

        var good = await BatchAsync(group, unit, list, "P1", unit);
        var bad = await BatchAsync(group, unit, list, "P2", await _client.IdOfAsync("uoms", "uomid", "name eq 'Primary Unit'"));

        Assert.Equal(HttpStatusCode.OK, good.Status);
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        Assert.Contains("0x80043B14", bad.Text, StringComparison.Ordinal);
        var product = Assert.Single(await _client.RowsAsync("products?$select=statecode&$filter=startswith(productnumber,'P') "
            + "and productnumber ne 'PLAN'"));
        Assert.Equal(0, product.GetProperty("statecode").GetInt32());
        Assert.Equal("P1", Assert.Single(await _client.RowsAsync(
            $"productpricelevels?$filter=_productid_value eq {product.GetProperty("productid").GetGuid()}"))
            .GetProperty("productnumber").GetString());
    }

    [Fact]
    public async Task An_action_takes_its_place_in_a_batch()
    {
        var id = await _client.IdOfAsync("opportunities", "opportunityid", "startswith(name,'City')");
        var body = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["Status"] = 3,
            ["OpportunityClose"] = new Dictionary<string, object> { ["opportunityid@odata.bind"] = "$1" },
        });

        var answer = await SendBatchAsync(("PATCH", $"opportunities({id})", "{\"estimatedvalue\":77}"), ("POST", "WinOpportunity", body));

        Assert.True(answer.Status == HttpStatusCode.OK, answer.Text);
        Assert.Equal(77m, (await _client.GetAsync($"opportunities({id})")).GetProperty("actualvalue").GetDecimal());
    }

    [Theory]
    [InlineData("uomschedules", "name")]
    [InlineData("uoms", "name")]
    [InlineData("products", "name")]
    [InlineData("pricelevels", "name")]
    [InlineData("productpricelevels", "amount")]
    [InlineData("opportunities", "name")]
    public async Task Changes_are_tracked(string set, string column)
    {
        var first = await _client.GetAsync($"{set}?$select={column}", "odata.track-changes");
        var link = first.GetProperty("@odata.deltaLink").GetString()!;
        Assert.Empty(await _client.RowsAsync(link));
        var id = first.GetProperty("value")[0].EnumerateObject().Last().Value.GetGuid();

        await _client.ChangeAsync($"{set}({id})", column == "amount" ? new { amount = 1 } : new { name = "Renamed" });

        Assert.Equal(id, Assert.Single(await _client.RowsAsync(link)).EnumerateObject().Last().Value.GetGuid());
    }

    [Fact]
    public async Task Parts_that_went_with_their_owner_are_deletions_too()
    {
        var (group, unit) = await _client.CreateGroupAsync();
        var link = (await _client.GetAsync("uoms?$select=name", "odata.track-changes")).GetProperty("@odata.deltaLink").GetString()!;

        await _client.SendAsync("DELETE", $"uomschedules({group})");

        var deletion = Assert.Single(await _client.RowsAsync(link));
        Assert.Equal(unit, deletion.GetProperty("id").GetGuid());
        Assert.Equal("deleted", deletion.GetProperty("reason").GetString());
    }

    [Theory]
    [InlineData("product", "defaultuomid defaultuomscheduleid pricelevelid parentproductid transactioncurrencyid bcbi_CompanyId")]
    [InlineData("productpricelevel", "pricelevelid productid uomid uomscheduleid transactioncurrencyid")]
    [InlineData("pricelevel", "transactioncurrencyid bcbi_CompanyId")]
    [InlineData("uom", "uomscheduleid baseuom")]
    [InlineData("opportunity", "parentaccountid parentcontactid customerid_account customerid_contact pricelevelid ownerid bcbi_CompanyId")]
    [InlineData("account", "defaultpricelevelid")]
    public async Task Lookups_tell_the_names_they_are_bound_by(string table, string names)
    {
        var ways = await _client.RowsAsync(
            $"EntityDefinitions(LogicalName='{table}')/ManyToOneRelationships?$select=ReferencingEntityNavigationPropertyName");

        Assert.Subset(
            ways.Select(way => way.GetProperty("ReferencingEntityNavigationPropertyName").GetString()).ToHashSet(),
            names.Split(' ').Select(name => (string?)name).ToHashSet());
    }

    [Fact]
    public async Task Metadata_tells_keys_states_and_bounds()
    {
        var close = await _client.GetAsync(
            "EntityDefinitions(LogicalName='opportunityclose')?$select=PrimaryIdAttribute,PrimaryNameAttribute,ChangeTrackingEnabled");
        var states = (await _client.GetAsync(
            "EntityDefinitions(LogicalName='product')/Attributes(LogicalName='statecode')/Microsoft.Dynamics.CRM.StateAttributeMetadata"
            + "?$select=LogicalName&$expand=OptionSet")).GetProperty("OptionSet").GetProperty("Options");
        var price = await _client.GetAsync(
            "EntityDefinitions(LogicalName='product')/Attributes(LogicalName='price')/Microsoft.Dynamics.CRM.MoneyAttributeMetadata"
            + "?$select=MinValue,MaxValue,Precision");

        Assert.Equal("activityid", close.GetProperty("PrimaryIdAttribute").GetString());
        Assert.Equal([0, 1, 2, 3], states.EnumerateArray().Select(state => state.GetProperty("Value").GetInt32()));
        Assert.Equal(0m, price.GetProperty("MinValue").GetDecimal());
        Assert.Equal(1_000_000_000_000m, price.GetProperty("MaxValue").GetDecimal());
    }

    [Fact]
    public async Task A_person_is_held_to_the_life_of_a_product_and_a_fixture_is_not()
    {
        var id = await _client.CreateProductAsync("P1");
        var rows = new[] { new { productid = id, statecode = 1 } };

        var refused = await _client.SendAsync("POST", "/sandbox/rows", new { system = "sales", set = "products", rows });
        await _client.ControlAsync("rows", new { system = "sales", set = "products", rows, silent = true });

        Assert.Contains("0x8004F978", refused.Text, StringComparison.Ordinal);
        Assert.Equal(1, await _client.StateAsync($"products({id})"));
    }

    private static Dictionary<string, object?> Group(string? unit) => new()
    {
        ["@odata.type"] = "Microsoft.Dynamics.CRM.uomschedule", ["name"] = "NAV " + unit, ["baseuomname"] = unit,
    };

    private static Dictionary<string, object> State(Guid product, int state) => new()
    {
        ["@odata.type"] = "Microsoft.Dynamics.CRM.product", ["productid"] = product, ["statecode"] = state,
    };

    private Task<Answer> BulkAsync(string set, string message, params object[] targets) =>
        _client.SendAsync("POST", $"{set}/Microsoft.Dynamics.CRM.{message}", new { Targets = targets });

    private Task<Answer> BatchAsync(Guid group, Guid unit, Guid list, string number, Guid priced)
    {
        var line = CatalogSteps.Line(list, Guid.Empty, priced);
        line["productid@odata.bind"] = "$1";
        return SendBatchAsync(
            ("POST", "products", JsonSerializer.Serialize(CatalogSteps.Product(number, group, unit))),
            ("POST", "productpricelevels", JsonSerializer.Serialize(line)),
            ("PATCH", "$1", "{\"statecode\":0,\"statuscode\":1}"));
    }

    // A batch of one change set.
    private Task<Answer> SendBatchAsync(params (string Method, string Path, string Body)[] operations)
    {
        var parts = operations.Select((operation, i) =>
            $"--set\nContent-Type: application/http\nContent-Transfer-Encoding: binary\nContent-ID: {i + 1}\n\n"
            + $"{operation.Method} {(operation.Path[0] == '$' ? "" : SalesClient.Api + "/")}{operation.Path} HTTP/1.1\n"
            + $"Content-Type: application/json; type=entry\n\n{operation.Body}\n");
        var body = $"--batch\nContent-Type: multipart/mixed;boundary=set\n\n{string.Concat(parts)}--set--\n\n--batch--\n";
        return _client.SendAsync(
            "POST", "$batch", body.Replace("\n", "\r\n", StringComparison.Ordinal), ("Content-Type", "multipart/mixed;boundary=batch"));
    }
}
