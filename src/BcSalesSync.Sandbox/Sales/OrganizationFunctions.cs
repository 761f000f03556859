using System.Net;
using BcSalesSync.Sandbox.Sales.Protocol;

namespace BcSalesSync.Sandbox.Sales;

// The functions a client asks to learn whom it talks to (wire-dataverse E1).
internal static class OrganizationFunctions
{
    private const string Release = "9.2.26023.158";

    public static SalesResponse WhoAmI(SalesRequest request, Guid organization) => new(HttpStatusCode.OK)
    {
        Body = JsonBody.Object(writer =>
        {
            writer.WriteString("@odata.context", request.Api + "/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse");
            writer.WriteString("BusinessUnitId", SalesOrganization.RootBusinessUnit);
            writer.WriteString("UserId", SalesOrganization.IntegrationUser);
            writer.WriteString("OrganizationId", organization);
        }),
    };

    public static SalesResponse Version(SalesRequest request) => new(HttpStatusCode.OK)
    {
        Body = JsonBody.Object(writer =>
        {
            writer.WriteString("@odata.context", request.Api + "/$metadata#Microsoft.Dynamics.CRM.RetrieveVersionResponse");
            writer.WriteString("Version", Release);
        }),
    };
}
