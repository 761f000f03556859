using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;
using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Documents;

// What a document takes from its customer; fields written afterwards win.
internal sealed class CustomerDefaults(BcSession session, HeaderTerms terms)
{
    private static readonly Column[] CustomerAddress =
    [
        CustomerTable.Address, CustomerTable.Address2, CustomerTable.City, CustomerTable.County, CustomerTable.PostCode,
        CustomerTable.Country,
    ];

    public void SellTo(RowDraft draft)
    {
        if (session.FindByKey(CustomerTable.Table, draft.Text(SalesHeaderTable.Customer)) is not { } customer)
        {
            return;
        }

        CustomerBlock.CheckDocument(customer, draft.Text(SalesHeaderTable.DocumentType));
        draft[SalesHeaderTable.CustomerName] = customer[CustomerTable.Name];
        draft[SalesHeaderTable.Contact] = customer[CustomerTable.PrimaryContact];
        draft[SalesHeaderTable.Phone] = customer[CustomerTable.Phone];
        draft[SalesHeaderTable.Email] = customer[CustomerTable.Email];
        draft[SalesHeaderTable.Salesperson] = customer[CustomerTable.Salesperson];
        CopyAddress(draft, SalesHeaderTable.SellTo, customer);
        draft[SalesHeaderTable.ShipToName] = customer[CustomerTable.Name];
        draft[SalesHeaderTable.ShipToContact] = customer[CustomerTable.Contact];
        CopyAddress(draft, SalesHeaderTable.ShipTo, customer);
        draft[SalesHeaderTable.ShippingAgent] = customer[CustomerTable.ShippingAgent];
        draft[SalesHeaderTable.ShipmentMethod] = customer[CustomerTable.ShipmentMethod];
        draft[SalesHeaderTable.ShipmentMethodId] = customer[CustomerTable.ShipmentMethodId];
        draft[SalesHeaderTable.BillToCustomer] = customer[CustomerTable.Number];
        draft[SalesHeaderTable.BillToCustomerId] = customer.Id;
        TakeBilling(draft, customer);
    }

    public void BillTo(RowDraft draft)
    {
        if (session.FindByKey(CustomerTable.Table, draft.Text(SalesHeaderTable.BillToCustomer)) is { } customer)
        {
            CustomerBlock.CheckDocument(customer, draft.Text(SalesHeaderTable.DocumentType));
            TakeBilling(draft, customer);
        }
    }

    private static void CopyAddress(RowDraft draft, AddressColumns to, Row customer)
    {
        Column[] own = [to.Line1, to.Line2, to.City, to.State, to.PostCode, to.Country];
        for (var i = 0; i < own.Length; i++)
        {
            draft[own[i]] = customer[CustomerAddress[i]];
        }
    }

    private void TakeBilling(RowDraft draft, Row customer)
    {
        draft[SalesHeaderTable.BillToName] = customer[CustomerTable.Name];
        CopyAddress(draft, SalesHeaderTable.BillTo, customer);
        draft[SalesHeaderTable.Currency] = customer[CustomerTable.Currency];
        draft[SalesHeaderTable.CurrencyId] = customer[CustomerTable.CurrencyId];
        draft[SalesHeaderTable.PricesIncludeTax] = customer[CustomerTable.PricesIncludeTax];
        draft[SalesHeaderTable.VatGroup] = customer[CustomerTable.VatGroup];
        draft[SalesHeaderTable.PaymentTerms] = customer[CustomerTable.PaymentTerms];
        draft[SalesHeaderTable.PaymentTermsId] = customer[CustomerTable.PaymentTermsId];
        terms.ApplyCurrency(draft);
        terms.ApplyPayment(draft);
    }
}
