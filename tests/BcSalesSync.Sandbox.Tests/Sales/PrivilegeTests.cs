using System.Net;

namespace BcSalesSync.Sandbox.Tests.Sales;

public sealed class PrivilegeTests : IDisposable
{
    private readonly SalesClient _client = new();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData("account", "prvReadAccount prvCreateAccount prvWriteAccount prvDeleteAccount prvAppendAccount prvAppendToAccount prvAssignAccount")]
    [InlineData("salesorderdetail", "prvReadOrder prvCreateOrder prvWriteOrder prvDeleteOrder prvAppendOrder prvAppendToOrder prvAssignOrder")]
    [InlineData("solution", "prvReadSolution")]
    public async Task A_table_names_its_privileges_and_the_user_has_them_for_all_rows(string table, string names)
    {
        var definition = await _client.GetAsync($"EntityDefinitions(LogicalName='{table}')?$select=Privileges");
        var held = await HeldAsync();

        var privileges = definition.GetProperty("Privileges").EnumerateArray().ToList();
        Assert.Equal(names.Split(' ').Order(), privileges.Select(one => one.GetProperty("Name").GetString()!).Order());
        Assert.All(privileges, one => Assert.Equal("Global", held[one.GetProperty("PrivilegeId").GetGuid()]));
    }

    [Fact]
    public async Task A_privilege_that_was_taken_away_is_held_no_more_and_missed_by_name_until_it_is_given_back()
    {
        var before = await HeldAsync();
        await ChangeAsync(new { prvCreateAccount = (string?)null });

        Assert.Equal(before.Count - 1, (await HeldAsync()).Count);
        var refused = await _client.SendAsync("POST", "accounts", new { name = "Trey Research" });
        refused.Refuses(HttpStatusCode.Forbidden, "0x80040220");
        Assert.Contains("missing prvCreateAccount privilege on OTC=1 for entity 'account'", refused.Message, StringComparison.Ordinal);
        await _client.SendAsync("DELETE", "/sandbox/privileges");
        Assert.Equal(HttpStatusCode.NoContent, (await _client.SendAsync("POST", "accounts", new { name = "Trey Research" })).Status);
    }

    [Fact]
    public async Task Changes_are_told_to_those_only_who_may_read_all_rows()
    {
        await ChangeAsync(new { prvReadContact = "basic" });

        (await _client.SendAsync("GET", "contacts?$select=fullname", null, ("Prefer", "odata.track-changes")))
            .Refuses(HttpStatusCode.Forbidden, "0x80040220");
        Assert.NotEmpty(await _client.RowsAsync("contacts?$select=fullname"));
    }

    private async Task ChangeAsync(object privileges) => Assert.Equal(
        HttpStatusCode.NoContent, (await _client.SendAsync("POST", "/sandbox/privileges", new { privileges })).Status);

    private async Task<Dictionary<Guid, string>> HeldAsync()
    {
        var user = (await _client.GetAsync("WhoAmI()")).GetProperty("UserId").GetGuid();
        var answer = await _client.GetAsync($"systemusers({user})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()");
        return answer.GetProperty("RolePrivileges").EnumerateArray()
            .ToDictionary(one => one.GetProperty("PrivilegeId").GetGuid(), one => one.GetProperty("Depth").GetString()!);
    }
}
