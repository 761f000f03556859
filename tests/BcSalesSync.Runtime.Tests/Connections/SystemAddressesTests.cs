using BcSalesSync.Contracts;
using BcSalesSync.Runtime.Connections;

namespace BcSalesSync.Runtime.Tests.Connections;

/// <summary>Addresses may be those that people see in their browser.</summary>
public sealed class SystemAddressesTests
{
    private const string Api = "https://api.businesscentral.dynamics.com/v2.0/contoso.com/Production/api/v2.0";
    private const string Tenantless = "https://api.businesscentral.dynamics.com/v2.0/Production/api/v2.0";

    [Theory]
    [InlineData("https://businesscentral.dynamics.com/contoso.com/Production?company=CRONUS&page=22", Api)]
    [InlineData("https://api.businesscentral.dynamics.com/v2.0/contoso.com/Production", Api)]
    [InlineData(Api, Api)]
    [InlineData("https://api.businesscentral.dynamics.com/v2.0/Production", Tenantless)]
    [InlineData("https://api.businesscentral.dynamics.com/v2.0/Production/api", Tenantless)]
    [InlineData(Tenantless, Tenantless)]
    [InlineData("https://erp.contoso.com:7048/BC/api/v2.0", "https://erp.contoso.com:7048/BC/api/v2.0")]
    public void Business_Central_is_found_by_its_page_or_its_interface(string given, string used) =>
        Assert.Equal(new Uri(used), Completed(given, "https://contoso.crm4.dynamics.com").BusinessCentralUrl);

    [Theory]
    [InlineData("https://contoso.crm4.dynamics.com", "https://contoso.crm4.dynamics.com/api/data/v9.2")]
    [InlineData("https://contoso.crm4.dynamics.com/main.aspx?appid=1", "https://contoso.crm4.dynamics.com/api/data/v9.2")]
    [InlineData("https://contoso.api.crm4.dynamics.com/api/data/v9.2/", "https://contoso.api.crm4.dynamics.com/api/data/v9.2/")]
    [InlineData("http://127.0.0.1:7700/sales/api/data/v9.2", "http://127.0.0.1:7700/sales/api/data/v9.2")]
    public void Sales_is_found_by_its_organisation_or_its_interface(string given, string used) =>
        Assert.Equal(new Uri(used), Completed(Api, given).SalesUrl);

    [Fact]
    public void The_tenant_is_taken_from_the_address_of_Business_Central_unless_it_is_given()
    {
        Assert.Equal("contoso.com", Completed(Api, "https://contoso.crm4.dynamics.com").SignIn!.TenantId);
        Assert.Equal("other", Completed(Api, "https://contoso.crm4.dynamics.com", "other").SignIn!.TenantId);
    }

    [Fact]
    public void An_environment_is_not_taken_for_the_tenant_where_the_address_leaves_that_out() =>
        Assert.Null(Completed(Tenantless, "https://contoso.crm4.dynamics.com").SignIn!.TenantId);

    private static ConnectionSettings Completed(string businessCentral, string sales, string? tenant = null) => SystemAddresses.Complete(new()
    {
        BusinessCentralUrl = new Uri(businessCentral),
        SalesUrl = new Uri(sales),
        SignIn = new SignIn { Method = SignInMethod.Interactive, TenantId = tenant },
    });
}
