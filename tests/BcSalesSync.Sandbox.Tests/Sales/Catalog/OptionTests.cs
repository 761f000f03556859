using System.Net;

namespace BcSalesSync.Sandbox.Tests.Sales.Catalog;

public sealed class OptionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sandbox-options").FullName;
    private readonly SalesClient _client = new();

    public void Dispose()
    {
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData("paymenttermscode")]
    [InlineData("address1_freighttermscode")]
    [InlineData("address1_shippingmethodcode")]
    public async Task A_published_option_is_listed_and_taken(string column)
    {
        var answer = await InsertAsync(_client, column, "14 DAYS");
        var value = answer.Json.GetProperty("NewOptionValue").GetInt32();
        await PublishAsync(_client);
        var account = await _client.AccountAsync("Fabrikam");

        await _client.ChangeAsync($"accounts({account})", new Dictionary<string, object> { [column] = value });

        Assert.Equal(100_000_000, value);
        Assert.EndsWith("InsertOptionValueResponse", answer.Json.GetProperty("@odata.context").GetString(), StringComparison.Ordinal);
        Assert.Equal("14 DAYS", (await LabelsAsync(_client, "account", column))[value]);
        Assert.Equal("14 DAYS", (await _client.GetAsync(
            $"accounts({account})?$select={column}", "odata.include-annotations=\"*\""))
            .GetProperty(column + "@OData.Community.Display.V1.FormattedValue").GetString());
    }

    [Fact]
    public async Task An_option_waits_until_it_is_published()
    {
        await InsertAsync(_client, "paymenttermscode", "14 DAYS", 14);
        var account = await _client.AccountAsync("Fabrikam");

        (await _client.PatchAsync($"accounts({account})", new { paymenttermscode = 14 })).Refuses(HttpStatusCode.BadRequest, "0x8004431A");
        Assert.False((await LabelsAsync(_client, "account", "paymenttermscode")).ContainsKey(14));
        await PublishAsync(_client, "contact");
        Assert.False((await LabelsAsync(_client, "account", "paymenttermscode")).ContainsKey(14));
        await PublishAsync(_client);

        await _client.ChangeAsync($"accounts({account})", new { paymenttermscode = 14 });
    }

    [Fact]
    public async Task Every_option_gets_the_next_number_of_the_organisation_unless_it_brings_one()
    {
        await InsertAsync(_client, "paymenttermscode", "7 DAYS");
        await InsertAsync(_client, "paymenttermscode", "COD", 77);
        var third = await InsertAsync(_client, "paymenttermscode", "1M");

        Assert.Equal(100_000_001, third.Json.GetProperty("NewOptionValue").GetInt32());
        (await InsertAsync(_client, "paymenttermscode", "again", 77)).Refuses(HttpStatusCode.BadRequest, "0x80040203");
        (await InsertAsync(_client, "paymenttermscode", "again", 1)).Refuses(HttpStatusCode.BadRequest, "0x80040203");
    }

    [Fact]
    public async Task An_option_is_renamed_for_its_column_alone()
    {
        var answer = await RenameAsync(1, "30 DAYS");

        Assert.Equal(HttpStatusCode.NoContent, answer.Status);
        Assert.Equal("Net 30", (await LabelsAsync(_client, "account", "paymenttermscode"))[1]);
        await PublishAsync(_client);
        Assert.Equal("30 DAYS", (await LabelsAsync(_client, "account", "paymenttermscode"))[1]);
        Assert.Equal("Net 30", (await LabelsAsync(_client, "contact", "paymenttermscode"))[1]);
        (await RenameAsync(99, "x")).Refuses(HttpStatusCode.BadRequest, "0x80040203");
    }

    [Theory]
    [InlineData("InsertOptionValue", "{\"EntityLogicalName\":\"nothing\",\"AttributeLogicalName\":\"paymenttermscode\"}", "0x80041102")]
    [InlineData("InsertOptionValue", "{\"EntityLogicalName\":\"account\",\"AttributeLogicalName\":\"nothing\"}", "0x80041103")]
    [InlineData("InsertOptionValue", "{\"EntityLogicalName\":\"account\",\"AttributeLogicalName\":\"statuscode\"}", "0x80040203")]
    [InlineData("InsertOptionValue", "{\"EntityLogicalName\":\"account\",\"AttributeLogicalName\":\"paymenttermscode\"}", "0x80040203")]
    [InlineData("UpdateOptionValue", "{\"EntityLogicalName\":\"account\",\"AttributeLogicalName\":\"paymenttermscode\"}", "0x80040203")]
    [InlineData("InsertOptionValue", "{\"EntityLogicalName\":1}", "0x80060888")]
    [InlineData("PublishXml", "{\"ParameterXml\":\"<importexportxml\"}", "0x80040203")]
    [InlineData("PublishXml", "{\"ParameterXml\":\"<x/>\"}", "0x80040203")]
    [InlineData("PublishXml", "{}", "0x80040203")]
    public async Task Wrong_parameters_are_refused(string action, string body, string code) =>
        (await _client.SendAsync("POST", action, body)).Refuses(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task An_edit_of_the_rows_behind_the_options_counts_at_once()
    {
        var option = Assert.Single(await _client.RowsAsync(
            "stringmaps?$select=value&$filter=objecttypecode eq 'account' and attributename eq 'paymenttermscode'"
            + " and attributevalue eq 4"));
        var id = option.GetProperty("stringmapid").GetGuid();

        await SilentlyAsync(new { stringmapid = id, value = "60 DAYS" });
        await SilentlyAsync(
            new { objecttypecode = "account", attributename = "paymenttermscode", attributevalue = 5, value = "90 DAYS" });

        var labels = await LabelsAsync(_client, "account", "paymenttermscode");
        Assert.Equal(("60 DAYS", "90 DAYS"), (labels[4], labels[5]));
        await _client.CreateAsync("accounts", new { name = "Slow payer", paymenttermscode = 5 });
        await _client.SendAsync("DELETE", $"/sandbox/rows?system=sales&set=stringmaps&id={id}&silent=true");
        (await _client.SendAsync("POST", "accounts", new { name = "x", paymenttermscode = 4 }))
            .Refuses(HttpStatusCode.BadRequest, "0x8004431A");
    }

    [Fact]
    public async Task What_was_published_is_not_published_again()
    {
        await RenameAsync(1, "30 DAYS");
        await PublishAsync(_client);
        var option = Assert.Single(await _client.RowsAsync(
            "stringmaps?$select=value&$filter=objecttypecode eq 'account' and value eq '30 DAYS'"));
        await SilentlyAsync(new { stringmapid = option.GetProperty("stringmapid").GetGuid(), value = "1 MONTH" });

        await PublishAsync(_client);

        Assert.Equal("1 MONTH", (await LabelsAsync(_client, "account", "paymenttermscode"))[1]);
    }

    [Fact]
    public async Task The_options_outlive_the_process()
    {
        var options = new SandboxOptions { DataPath = Path.Combine(_folder, "sandbox.db") };
        using (var client = new SalesClient(options))
        {
            await InsertAsync(client, "paymenttermscode", "14 DAYS");
            await PublishAsync(client);
            await InsertAsync(client, "paymenttermscode", "8 DAYS");
        }

        using (var client = new SalesClient(options))
        {
            var labels = await LabelsAsync(client, "account", "paymenttermscode");
            Assert.Equal("14 DAYS", labels[100_000_000]);
            Assert.False(labels.ContainsKey(100_000_001));
            await PublishAsync(client);
            Assert.Equal("8 DAYS", (await LabelsAsync(client, "account", "paymenttermscode"))[100_000_001]);
        }
    }

    [Fact]
    public async Task A_reset_brings_the_first_options_back()
    {
        await InsertAsync(_client, "paymenttermscode", "14 DAYS");
        await PublishAsync(_client);

        await _client.ControlAsync("reset", new { seed = "cronus" });

        Assert.Equal([1, 2, 3, 4], (await LabelsAsync(_client, "account", "paymenttermscode")).Keys.Order());
    }

    private static object Label(string text) => new { LocalizedLabels = new[] { new { Label = text, LanguageCode = 1033 } } };

    private static async Task<Dictionary<int, string?>> LabelsAsync(SalesClient client, string table, string column) =>
        (await client.OptionsAsync(table, column)).EnumerateArray().ToDictionary(
            option => option.GetProperty("Value").GetInt32(),
            option => option.GetProperty("Label").GetProperty("UserLocalizedLabel").GetProperty("Label").GetString());

    private static Task<Answer> InsertAsync(SalesClient client, string column, string label, int? value = null) => client.SendAsync(
        "POST", "InsertOptionValue",
        new { EntityLogicalName = "account", AttributeLogicalName = column, Value = value, Label = Label(label) });

    private static async Task PublishAsync(SalesClient client, string table = "account")
    {
        var xml = $"<importexportxml><entities><entity>{table}</entity></entities></importexportxml>";
        var answer = await client.SendAsync("POST", "PublishXml", new { ParameterXml = xml });
        Assert.True(answer.Status == HttpStatusCode.NoContent, answer.Text);
    }

    private Task<Answer> RenameAsync(int value, string label) => _client.SendAsync("POST", "UpdateOptionValue", new
    {
        EntityLogicalName = "account", AttributeLogicalName = "paymenttermscode", Value = value, Label = Label(label), MergeLabels = true,
    });

    private Task SilentlyAsync(object row) =>
        _client.ControlAsync("rows", new { system = "sales", set = "stringmaps", rows = new[] { row }, silent = true });
}
