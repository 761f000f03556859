using BcSalesSync.Contracts;
using BcSalesSync.Endpoints.Tests.Dataverse.Service;
using BcSalesSync.Engine.Ports.Endpoints;
using BcSalesSync.Engine.Ports.Endpoints.Access;

namespace BcSalesSync.Endpoints.Tests.Dataverse;

public sealed class AccessTests : DataverseTest
{
    private const string Held = "systemusers(";
    private const string Write = "aaaaaaaa-0000-4000-8000-000000000001";

    public AccessTests() => Service.On("GET", "WhoAmI()", Reply.Ok($$"""{"UserId":"{{First}}"}"""))
        .On("GET", "organizations?", Reply.Ok("""{"value":[]}"""))
        .On("GET", "sdkmessagefilters?", Reply.Ok("""{"value":[{"primaryobjecttypecode":"product"}]}"""))
        .On("GET", "EntityDefinitions(LogicalName='product')", Reply.Ok($$"""
            {"Privileges":[{"PrivilegeType":"Write","Name":"prvWriteProduct","PrivilegeId":"{{Write}}"},
            {"PrivilegeType":"Delete","Name":"prvDeleteProduct","PrivilegeId":"aaaaaaaa-0000-4000-8000-000000000002"},
            {"PrivilegeType":"Share","Name":"prvShareProduct","PrivilegeId":"aaaaaaaa-0000-4000-8000-000000000003"}]}
            """))
        .On("GET", "EntityDefinitions(LogicalName='quote')", Reply.Failed(404, "0x80060888", "Could not find an entity."));

    [Fact]
    public async Task The_role_that_reaches_farthest_counts_and_what_no_role_gives_reaches_nothing()
    {
        Service.On("GET", Held, Reply.Ok($$"""
            {"RolePrivileges":[{"PrivilegeId":"{{Write}}","Depth":"Deep"},{"PrivilegeId":"{{Write.ToUpperInvariant()}}","Depth":"Basic"}]}
            """));

        var product = Assert.Single(await Endpoint.GetAccessAsync(["product", "quote"], default));

        Assert.Equal(("product", true), (product.Table, product.TakesSets));
        Assert.Equal(
            [
                new TableRight(RightKind.Write, "prvWriteProduct", RightReach.BusinessUnits),
                new TableRight(RightKind.Delete, "prvDeleteProduct", RightReach.None),
            ],
            product.Rights);
    }

    [Fact]
    public async Task A_service_that_does_not_tell_privileges_refuses_the_question()
    {
        Service.On("GET", Held, Reply.Failed(403, "0x80040220", "Principal user is missing prvReadRole privilege."));

        var problem = await Assert.ThrowsAsync<EndpointException>(() => Endpoint.GetAccessAsync(["product"], default));

        Assert.Equal(FailureClass.Permission, problem.Failure.Class);
    }
}
