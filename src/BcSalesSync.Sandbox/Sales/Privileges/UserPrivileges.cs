using System.Net;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Privileges;

// Answers RetrieveUserPrivileges; only the integration user has any.
internal sealed class UserPrivileges(PrivilegeBook book, InstalledSolutions solutions)
{
    public const string Function = "Microsoft.Dynamics.CRM.RetrieveUserPrivileges";

    public SalesResponse Of(SalesRequest request, Guid user)
    {
        var privileges = user == SalesOrganization.IntegrationUser
            ? solutions.Tables.SelectMany(TablePrivileges.Of).DistinctBy(privilege => privilege.Name)
            : [];
        return new SalesResponse(HttpStatusCode.OK)
        {
            Body = JsonBody.Object(writer =>
            {
                writer.WriteString("@odata.context", request.Api + "/$metadata#Microsoft.Dynamics.CRM.RetrieveUserPrivilegesResponse");
                writer.WriteStartArray("RolePrivileges");
                foreach (var privilege in privileges)
                {
                    if (book.DepthOf(privilege) is not { } depth)
                    {
                        continue;
                    }

                    writer.WriteStartObject();
                    writer.WriteString("Depth", depth.ToString());
                    writer.WriteString("PrivilegeId", privilege.Id);
                    writer.WriteString("BusinessUnitId", SalesOrganization.RootBusinessUnit);
                    writer.WriteString("PrivilegeName", privilege.Name);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }),
        };
    }
}
