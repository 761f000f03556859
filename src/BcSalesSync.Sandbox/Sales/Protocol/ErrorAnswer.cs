using System.Net;

namespace BcSalesSync.Sandbox.Sales.Protocol;

// An error in Dataverse's form, with the details a client gets when it asks for annotations (wire-dataverse 5.4, E2).
internal static class ErrorAnswer
{
    private const string Details = "@Microsoft.PowerApps.CDS.";

    public static SalesResponse Of(SalesException refusal, Preferences preferences) =>
        Of(refusal.Status, refusal.Code, refusal.Message, preferences.Wants("Microsoft.PowerApps.CDS.HelpLink"));

    public static SalesResponse Of(HttpStatusCode status, string code, string message, bool detailed) => new(status)
    {
        Body = JsonBody.Object(writer =>
        {
            writer.WriteStartObject("error");
            writer.WriteString("code", code);
            writer.WriteString("message", message);
            if (detailed)
            {
                writer.WriteString(Details + "ErrorDetails.OperationStatus", "0");
                writer.WriteString(
                    Details + "HelpLink",
                    "http://go.microsoft.com/fwlink/?LinkID=398563&error=Microsoft.Crm.CrmException%3a"
                    + code.Replace("0x", "", StringComparison.Ordinal) + "&client=platform");
                writer.WriteString(Details + "InnerError.Message", message);
            }

            writer.WriteEndObject();
        }),
    };
}
