using System.Net;
using BcSalesSync.Sandbox.Sales.Changes;
using BcSalesSync.Sandbox.Sales.Protocol;
using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Sales.Privileges;

// Refuses operations the user lacks the privilege for. A narrowed depth keeps change tracking away, but hides no rows.
internal sealed class AccessGuard(PrivilegeBook book)
{
    public void Check(SalesRequest request, SalesTable table)
    {
        var type = TypeOf(request);
        if (TablePrivileges.Of(table).FirstOrDefault(known => known.Type == type) is not { } privilege)
        {
            return;
        }

        var least = type == "Read" && ChangeReader.IsAsked(request) ? PrivilegeDepth.Global : PrivilegeDepth.Basic;
        if (book.DepthOf(privilege) is not { } depth || depth < least)
        {
            throw new SalesException(
                HttpStatusCode.Forbidden, DefaultRefusal.CodeOf(HttpStatusCode.Forbidden),
                $"Principal user (Id={SalesOrganization.IntegrationUser:D}) is missing {privilege.Name} privilege on OTC={table.TypeCode} "
                + $"for entity '{table.Name}'.");
        }
    }

    private static string TypeOf(SalesRequest request) => (request.Method, request.Path) switch
    {
        ("GET", _) => "Read",
        ("DELETE", [_]) => "Delete",
        ("POST", [{ Key: null }]) => "Create",
        ("POST", [_, { Name: "Microsoft.Dynamics.CRM.CreateMultiple" }]) => "Create",
        _ => "Write",
    };
}
