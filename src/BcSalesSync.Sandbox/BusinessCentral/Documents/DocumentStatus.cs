using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// A released document takes no changes of what was released.
internal static class DocumentStatus
{
    public static void TestOpen(Row header)
    {
        var status = header.Text(SalesHeaderTable.Status);
        if (status != SalesHeaderTable.Open)
        {
            throw BcException.Refused(
                "Application_FieldValidationException",
                $"Status must be equal to 'Open'  in Sales Header: Document Type={header.Text(SalesHeaderTable.DocumentType)}, "
                + $"No.={header.Text(SalesHeaderTable.Number)}. Current value is '{status}'.");
        }
    }
}
