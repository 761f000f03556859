using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// Master data that documents and ledgers still need is not deleted (wire-bc 5.1).
internal sealed class OpenDocuments(BcSession session)
{
    public void CheckCustomer(Row customer)
    {
        var number = customer.Text(CustomerTable.Number);
        var headers = session.Data(SalesHeaderTable.Table);
        var open = headers.FindBy(SalesHeaderTable.Customer, number) ?? headers.FindBy(SalesHeaderTable.BillToCustomer, number);
        if (open is not null)
        {
            throw BcException.Dialog(
                $"You cannot delete Customer {number} because there is at least one outstanding Sales "
                + $"{open.Text(SalesHeaderTable.DocumentType)} for this customer.");
        }

        if (session.Data(CustomerLedgerTable.Table).FindBy(CustomerLedgerTable.Customer, number) is not null)
        {
            throw BcException.Dialog(
                $"You cannot delete Customer {number} because it has ledger entries in a fiscal year that has not been closed yet.");
        }
    }

    public void CheckProduct(ProductKind kind, Row product)
    {
        var number = product.Text(kind.Number);
        var open = session.Data(SalesLineTable.Table).Index(SalesLineTable.Number).Equal(number)
            .FirstOrDefault(line => line.Text(SalesLineTable.Type) == kind.Word);
        if (open is not null)
        {
            throw BcException.Dialog(
                $"You cannot delete {kind.Word} {number} because there is at least one outstanding Sales "
                + $"{open.Text(SalesLineTable.DocumentType)} that includes this {kind.Word.ToLowerInvariant()}.");
        }
    }
}
