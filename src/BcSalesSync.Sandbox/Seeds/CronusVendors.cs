using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Seeds;

// The vendors of the seed "cronus" with their company contacts, CT000111 and on.
internal sealed class CronusVendors(DataStore store, BcRowWriter rows)
{
    private static readonly CronusVendor[] Vendors =
    [
        new("V10000", "First Up Consultants", "Queens Road 58", "EH12 9PB", "Edinburgh", "GB", "PS")
        {
            Currency = "GBP", Terms = "NET30", ShipmentMethod = "FOB", Agent = "DHL",
        },
        new("V20000", "Graphic Design Institute", "Kunstweg 2", "10115", "Berlin", "DE", "LT") { Terms = "NET45", Agent = "UPS" },
        new("V30000", "Nod Publishers", "Market Street 401", "94105", "San Francisco", "US", "JO")
        {
            County = "CA", Currency = "USD", Terms = "2%10NET30", Agent = "FEDEX",
        },
        new("V40000", "Lucerne Publishing", "Rue du Port 12", "13002", "Marseille", "FR", "JO") { Terms = "NET60", Blocked = "Payment" },
    ];

    public void Load()
    {
        var contact = 110;
        foreach (var vendor in Vendors)
        {
            PutVendor(vendor);
            PutContact(vendor, FormattableString.Invariant($"{ContactRules.NumberPrefix}{++contact:000000}"));
        }

        // The next vendor by hand or by API is V100001.
        store.SetCounter(BusinessPartner.Vendor.NumberSeries, 100_000);
    }

    private static string Domain(CronusVendor vendor) =>
        new string([.. vendor.Name.ToLowerInvariant().Where(char.IsAsciiLetter)]) + ".example";

    private static string Phone(CronusVendor vendor) => "+49 40 555 1" + vendor.Number[1..4];

    private void PutVendor(CronusVendor vendor) => rows.Put(
        VendorTable.Table, vendor.Number, (VendorTable.Number, vendor.Number), (VendorTable.Name, vendor.Name),
        (VendorTable.Address, vendor.Address), (VendorTable.PostCode, vendor.PostCode), (VendorTable.City, vendor.City),
        (VendorTable.County, vendor.County), (VendorTable.Country, vendor.Country), (VendorTable.Phone, Phone(vendor)),
        (VendorTable.Email, "office@" + Domain(vendor)), (VendorTable.Website, "https://" + Domain(vendor)),
        (VendorTable.Purchaser, vendor.Purchaser), (VendorTable.Currency, vendor.Currency),
        (VendorTable.CurrencyId, BcRowWriter.IdOf(CurrencyTable.Table, vendor.Currency)), (VendorTable.PaymentTerms, vendor.Terms),
        (VendorTable.PaymentTermsId, BcRowWriter.IdOf(CodeTables.PaymentTerms, vendor.Terms)),
        (VendorTable.ShipmentMethod, vendor.ShipmentMethod), (VendorTable.ShippingAgent, vendor.Agent),
        (VendorTable.Blocked, vendor.Blocked));

    private void PutContact(CronusVendor vendor, string number)
    {
        rows.Put(
            ContactTable.Table, number, (ContactTable.Number, number), (ContactTable.Type, ContactTable.Company),
            (ContactTable.Name, vendor.Name), (ContactTable.CompanyNumber, number), (ContactTable.CompanyName, vendor.Name),
            (ContactTable.Address, vendor.Address), (ContactTable.PostCode, vendor.PostCode), (ContactTable.City, vendor.City),
            (ContactTable.County, vendor.County), (ContactTable.Country, vendor.Country), (ContactTable.Salesperson, vendor.Purchaser),
            (ContactTable.Currency, vendor.Currency), (ContactTable.Phone, Phone(vendor)),
            (ContactTable.Email, "office@" + Domain(vendor)), (ContactTable.Website, "https://" + Domain(vendor)),
            (ContactTable.SearchName, vendor.Name.ToUpperInvariant()));
        rows.Put(
            RelationTable.Table, vendor.Number, (RelationTable.ContactNumber, number), (RelationTable.LinkToTable, "Vendor"),
            (RelationTable.Number, vendor.Number));
    }
}
