using BcSalesSync.Sandbox.Sales.Schema;

namespace BcSalesSync.Sandbox.Seeds;

// The accounts and contacts of the seed "cronus": some are customers of Business Central under a like name, some are new to it.
internal sealed class CronusAccounts(SalesRowWriter rows)
{
    private const int Customer = 3;
    private const int Vendor = 11;

    public void Load()
    {
        var adatum = Put("ADATUM", "Adatum Corp.", "Station Road 21", "CB1 2FB", "Cambridge", "GB", "PS", Customer);
        PutContact("MIRA", "Mira", "Ostrowski", adatum, "mira@adatum.example", "PS");
        PutContact("TOWNES", "Robert", "Townes", adatum, "robert.townes@adatum.example", "PS");
        Put("TREY", "Trey Research", "Southwark Bridge Rd 91", "SE1 0AX", "London", "GB", "PS", Customer);
        Put("FINEART", "School of Fine Art", "Main Street 10", "33125", "Miami", "US", "JO", Customer);
        Put("FABRIKAM", "Fabrikam", "Hafenstr. 12", "20457", "Hamburg", "DE", "LT", Customer);
        var northwind = Put("NORTHWIND", "Northwind Traders", "Pike Place 1", "98101", "Seattle", "US", "JO", Customer);
        PutContact("NORA", "Nora", "Northwind", northwind, "nora@northwind.example", "JO");
        var importers = Put("WWI", "Wide World Importers", "Boulevard Haussmann 40", "75009", "Paris", "FR", "LT", Customer);
        PutContact("WILMA", "Wilma", "Worldwide", importers, "wilma@wideworldimporters.example", "LT");
        Put("VENDOR", "Graphic Design Institute", "Kunstweg 2", "10115", "Berlin", "DE", "LT", Vendor);
        Put("POSTMASTER", "London Postmaster", "10 North Lake Avenue", "N12 5XY", "London", "GB", "PS", Vendor);
        Put("COOLWOOD", "CoolWood Technologies", "33 Hitech Drive", "GU2 7YQ", "Guildford", "GB", "PS", Vendor);
        Put("CLOSED", "Margie's Travel", "Reisegasse 9", "04109", "Leipzig", "DE", "JO", Customer, ("statecode", 1));
    }

    private Guid Put(
        string key, string name, string street, string postCode, string city, string country, string owner, int type,
        params (string Name, object? Value)[] more) =>
        rows.Put(
            SalesSchema.Account, key,
            [
                ("name", name), ("address1_line1", street), ("address1_postalcode", postCode), ("address1_city", city),
                ("address1_country", country), ("customertypecode", type),
                ("ownerid", SalesRowWriter.IdOf(SalesSchema.User, owner)), .. more,
            ]);

    private void PutContact(string key, string first, string last, Guid account, string mail, string owner) => rows.Put(
        SalesSchema.Contact, key, ("firstname", first), ("lastname", last), ("parentcustomerid", account), ("emailaddress1", mail),
        ("ownerid", SalesRowWriter.IdOf(SalesSchema.User, owner)));
}
