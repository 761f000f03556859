using System.Net;

namespace BcSalesSync.Sandbox.Tests.BusinessCentral;

public sealed class WritingTests
{
    [Fact]
    public async Task A_created_customer_gets_number_stamps_and_location()
    {
        using var bc = await BcClient.ConnectAsync();
        using var response = await bc.RawAsync(
            HttpMethod.Post, bc.Company + "/customers?$select=id,number,displayName,lastModifiedDateTime",
            new { displayName = "Adatum South", type = "Company", currencyCode = "", salespersonCode = "jo ", blocked = "_x0020_" });
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var customer = await bc.CustomerAsync("C100001");
        Assert.EndsWith($"/customers({customer.GetProperty("id").GetString()})", response.Headers.Location!.ToString());
        Assert.Equal("JO", customer.GetProperty("salespersonCode").GetString());
    }

    [Fact]
    public async Task A_taken_number_is_a_duplicate()
    {
        using var bc = await BcClient.ConnectAsync();
        var (status, body) = await bc.SendAsync(HttpMethod.Post, bc.Company + "/customers",
            new { number = "c10000", displayName = "Again" });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Equal("Internal_EntityWithSameKeyExists", BcClient.CodeOf(body));
        Assert.StartsWith("The record in table Customer already exists. Identification fields and values: No.='C10000'",
            BcClient.MessageOf(body));
    }

    [Fact]
    public async Task The_companion_takes_the_clients_id_once()
    {
        using var bc = await BcClient.ConnectAsync();
        var body = new { id = "3d2f6a10-8c4b-5e7d-9a1f-0b2c4d6e8f01", displayName = "Adatum South" };
        var (created, row) = await bc.SendAsync(HttpMethod.Post, $"sync:{bc.Company}/customers", body);
        Assert.Equal(HttpStatusCode.Created, created);
        Assert.Equal(body.id, row.GetProperty("id").GetString());
        var (again, error) = await bc.SendAsync(HttpMethod.Post, $"sync:{bc.Company}/customers", body);
        Assert.Equal(HttpStatusCode.BadRequest, again);
        Assert.Equal("Internal_EntityWithSameKeyExists", BcClient.CodeOf(error));
        Assert.Contains("$systemId='{3D2F6A10-8C4B-5E7D-9A1F-0B2C4D6E8F01}'", BcClient.MessageOf(error));
    }

    [Fact]
    public async Task A_patch_with_the_current_etag_is_accepted_and_moves_the_stamp()
    {
        using var bc = await BcClient.ConnectAsync();
        var before = await bc.CustomerAsync("C10000");
        var (status, after) = await Patch(bc, before.GetProperty("id").GetString()!, before.GetProperty("@odata.etag").GetString(),
            new { city = "Ely" });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("Ely", after.GetProperty("city").GetString());
        Assert.NotEqual(before.GetProperty("@odata.etag").GetString(), after.GetProperty("@odata.etag").GetString());
        Assert.True(ModifiedAt(after) >= ModifiedAt(before));
    }

    [Theory]
    [InlineData("W/\"JzIwOzEwMzgwNDEyNzczNTYxMTIyNDYxMTswMDsn\"", HttpStatusCode.Conflict, "Request_EntityChanged")]
    [InlineData(null, HttpStatusCode.BadRequest, "BadRequest_InvalidToken")]
    [InlineData("rubbish", HttpStatusCode.BadRequest, "BadRequest_InvalidToken")]
    public async Task A_patch_without_the_current_etag_is_refused(string? etag, HttpStatusCode expected, string code)
    {
        using var bc = await BcClient.ConnectAsync();
        var id = (await bc.CustomerAsync("C10000")).GetProperty("id").GetString()!;
        var (status, body) = await Patch(bc, id, etag, new { city = "Ely" });
        Assert.Equal((expected, code), (status, BcClient.CodeOf(body)));
    }

    [Fact]
    public async Task A_row_that_is_gone_is_not_found()
    {
        using var bc = await BcClient.ConnectAsync();
        var (status, body) = await Patch(bc, "5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01", "*", new { city = "Ely" });
        Assert.Equal((HttpStatusCode.NotFound, "Internal_RecordNotFound"), (status, BcClient.CodeOf(body)));
        Assert.Contains("SystemId='{5C1F9F1E-0B5A-4D1E-9F6B-1A2F0F3D7C01}'", BcClient.MessageOf(body));
    }

    [Theory]
    [InlineData("{\"lastModifiedDateTime\":\"2026-03-02T09:00:00Z\"}", "BadRequest_InvalidOperation",
        "Control 'lastModifiedDateTime' is read-only.")]
    [InlineData("{\"id\":\"5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01\"}", "BadRequest_InvalidOperation", "Control 'id' is read-only.")]
    [InlineData("{\"type\":\"Gadget\"}", "Unknown", "'Gadget' is not an option. The existing options are: Company,Person")]
    [InlineData(
        "{\"salespersonCode\":\"NOPE\"}", "Internal_InvalidTableRelation",
        "The field Salesperson Code of table Customer contains a value (NOPE) that cannot be found in the related table "
        + "(Salesperson/Purchaser).")]
    [InlineData(
        "{\"city\":\"Llanfairpwllgwyngyllgogerychwyrndrobwll\"}", "Application_StringExceededLength",
        "The length of the string is 39, but it must be less than or equal to 30 characters.")]
    [InlineData(
        "{\"paymentTermsId\":\"5c1f9f1e-0b5a-4d1e-9f6b-1a2f0f3d7c01\"}", "Application_DialogException",
        "The \"paymentTermsId\" does not match to a Payment Terms.")]
    [InlineData("{\"city\":null}", "BadRequest", "Cannot convert the value of the property 'city' to the type 'Text'.")]
    [InlineData("{\"nosuch\":1}", "BadRequest", "The property 'nosuch' does not exist on type 'Microsoft.NAV.customer'.")]
    public async Task Refusals_by_content_say_what_Business_Central_says(string json, string code, string message)
    {
        using var bc = await BcClient.ConnectAsync();
        var id = (await bc.CustomerAsync("C10000")).GetProperty("id").GetString()!;
        var (status, body) = await Patch(bc, id, "*", json);
        Assert.Equal((HttpStatusCode.BadRequest, code), (status, BcClient.CodeOf(body)));
        Assert.StartsWith(message + "  CorrelationId:", BcClient.MessageOf(body));
    }

    [Fact]
    public async Task A_refused_write_leaves_nothing_behind()
    {
        using var bc = await BcClient.ConnectAsync();
        var id = (await bc.CustomerAsync("C10000")).GetProperty("id").GetString()!;
        await Patch(bc, id, "*", "{\"city\":\"Ely\",\"salespersonCode\":\"NOPE\"}");
        Assert.Equal("Cambridge", (await bc.CustomerAsync("C10000")).GetProperty("city").GetString());
    }

    [Fact]
    public async Task Terms_by_id_set_the_code()
    {
        using var bc = await BcClient.ConnectAsync();
        var terms = (await bc.RowsAsync("paymentTerms", "?$filter=code eq 'NET60'"))[0].GetProperty("id").GetString();
        var id = (await bc.CustomerAsync("C10000")).GetProperty("id").GetString()!;
        await Patch(bc, id, "*", new { paymentTermsId = terms });
        Assert.Equal("NET60", (await bc.CustomerAsync("C10000", "sync:")).GetProperty("paymentTermsCode").GetString());
    }

    [Fact]
    public async Task The_local_currency_is_stored_blank()
    {
        using var bc = await BcClient.ConnectAsync();
        var id = (await bc.CustomerAsync("C10000")).GetProperty("id").GetString()!;
        await Patch(bc, id, "*", new { currencyCode = "EUR" });
        Assert.Equal("", (await bc.CustomerAsync("C10000", "sync:")).GetProperty("currencyCode").GetString());
        Assert.Equal(Guid.Empty, (await bc.CustomerAsync("C10000")).GetProperty("currencyId").GetGuid());
    }

    [Fact]
    public async Task A_deleted_customer_is_gone_and_logged()
    {
        using var bc = await BcClient.ConnectAsync();
        var id = (await bc.CustomerAsync("C10000")).GetProperty("id").GetString()!;
        var (status, _) = await bc.SendAsync(HttpMethod.Delete, $"{bc.Company}/customers({id})", null, ("If-Match", "*"));
        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Equal(8, (await bc.RowsAsync("customers")).Count);
        var log = (await bc.GetAsync($"sync:{bc.Company}/deletedRecords?$filter=tableId eq 18")).GetProperty("value");
        var entry = Assert.Single(log.EnumerateArray());
        Assert.Equal((id, "C10000"), (entry.GetProperty("recordSystemId").GetString(), entry.GetProperty("number").GetString()));
    }

    [Fact]
    public async Task A_renamed_salesperson_is_renamed_everywhere()
    {
        using var bc = await BcClient.ConnectAsync();
        var jo = (await bc.RowsAsync("salespeoplePurchasers", "?$filter=code eq 'JO'"))[0].GetProperty("id").GetString();
        await bc.SendAsync(HttpMethod.Patch, $"{bc.Company}/salespeoplePurchasers({jo})", new { code = "JIM" }, ("If-Match", "*"));
        Assert.Equal("JIM", (await bc.CustomerAsync("C30000")).GetProperty("salespersonCode").GetString());
    }

    private static DateTimeOffset ModifiedAt(System.Text.Json.JsonElement row) =>
        row.GetProperty("lastModifiedDateTime").GetDateTimeOffset();

    private static Task<(HttpStatusCode Status, System.Text.Json.JsonElement Body)> Patch(BcClient bc, string id, string? etag,
        object body) =>
        bc.SendAsync(HttpMethod.Patch, $"{bc.Company}/customers({id})", body, etag is null ? [] : [("If-Match", etag)]);
}
