using System.Globalization;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// How much of a line is ordered, gone, and to go next.
internal static class LineQuantities
{
    public static void Ordered(RowDraft line)
    {
        if (Of(line, SalesLineTable.Quantity) < Of(line, SalesLineTable.Shipped))
        {
            throw BcException.Refused(
                "Application_FieldValidationException",
                "Quantity must not be below "
                + Of(line, SalesLineTable.Shipped).ToString(CultureInfo.InvariantCulture) + $" in {Rules.RecordName.Of(line)}.");
        }

        Remaining(line);
    }

    // All that is left goes next, unless someone says otherwise.
    public static void Remaining(RowDraft line)
    {
        line[SalesLineTable.Outstanding] = Of(line, SalesLineTable.Quantity) - Of(line, SalesLineTable.Shipped);
        line[SalesLineTable.NotInvoiced] = Of(line, SalesLineTable.Shipped) - Of(line, SalesLineTable.Invoiced);
        var isPosted = line.Text(SalesLineTable.DocumentType) is SalesHeaderTable.Order or SalesHeaderTable.Invoice;
        line[SalesLineTable.ToShip] = isPosted ? Of(line, SalesLineTable.Outstanding) : 0m;
        line[SalesLineTable.ToInvoice] = isPosted ? Of(line, SalesLineTable.Quantity) - Of(line, SalesLineTable.Invoiced) : 0m;
    }

    public static void ToShip(RowDraft line)
    {
        if (Of(line, SalesLineTable.ToShip) > Of(line, SalesLineTable.Outstanding))
        {
            throw TooMuch("ship", Of(line, SalesLineTable.Outstanding));
        }

        line[SalesLineTable.ToInvoice] = Most(line);
    }

    public static void ToInvoice(RowDraft line)
    {
        if (Of(line, SalesLineTable.ToInvoice) > Most(line))
        {
            throw TooMuch("invoice", Most(line));
        }
    }

    private static decimal Most(RowDraft line) =>
        Of(line, SalesLineTable.Shipped) + Of(line, SalesLineTable.ToShip) - Of(line, SalesLineTable.Invoiced);

    private static decimal Of(RowDraft line, Tables.Column column) => (decimal)line[column]!;

    private static BcException TooMuch(string verb, decimal most) =>
        BcException.Dialog(string.Create(CultureInfo.InvariantCulture, $"You cannot {verb} more than {most} units."));
}
