using System.Globalization;
using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Seeds;

// The customers and contacts of the seed "cronus": company contacts CT000101 and on, persons CT000201 and on.
internal sealed class CronusCustomers(DataStore store, BcRowWriter rows)
{
    private static readonly CronusCustomer[] Customers =
    [
        new("C10000", "Adatum Corporation", "Station Road 21", "CB1 2FB", "Cambridge", "GB", "PS")
        {
            Currency = "GBP", Terms = "NET30", ShipmentMethod = "FOB", Agent = "DHL", CreditLimit = 25000m, HasPrimary = true,
            Persons = ["Robert Townes", "Mira Ostrowski"],
        },
        new("C20000", "Trey Research", "Southwark Bridge Rd 91", "SE1 0AX", "London", "GB", "PS")
        {
            Currency = "GBP", Terms = "NET45", Agent = "UPS", HasPrimary = true, Persons = ["Helen Ray"],
        },
        new("C30000", "School of Fine Art", "Main Street 10", "33125", "Miami", "US", "JO")
        {
            County = "FL", Currency = "USD", Terms = "2%10NET30", ShipmentMethod = "NOCHARGE", Agent = "FEDEX", CreditLimit = 10000m,
            PriceGroup = "EXPORT", HasPrimary = true, Persons = ["Meagan Bond"],
        },
        new("C40000", "Alpine Ski House", "Walter-Gropius-Strasse 5", "80807", "Munich", "DE", "JO")
        {
            Terms = "NET30", Agent = "DHL", PriceGroup = "RETAIL", CreditLimit = 5000m, Persons = ["Ian Deberry"],
        },
        new("C50000", "Relecloud", "Occam Court 1", "GU2 7YQ", "Guildford", "GB", "LT")
        {
            Currency = "GBP", Terms = "NET60", ShipmentMethod = "FOB", Persons = ["Jesse Homer", "Rosa Relecloud"],
        },
        new("C60000", "Fabrikam, Inc.", "Hafenstr. 12", "20457", "Hamburg", "DE", "LT")
        {
            Terms = "NET45", Agent = "WILLCALL", HasPrimary = true, Persons = ["Finn Fabrikam"],
        },
        new("C70000", "Litware, Inc.", "Kungsgatan 4", "111 43", "Stockholm", "SE", "LT")
        {
            Currency = "SEK", Terms = "NET30", ShipmentMethod = "NOCHARGE", CreditLimit = 50000m, Persons = ["Lou Litware"],
        },
        new("C80000", "Contoso Pharmaceuticals", "Rue de la Gare 8", "69002", "Lyon", "FR", "JO")
        {
            Terms = "NET60", Agent = "UPS", Persons = ["Nia Contoso"],
        },
        new("C90000", "Proseware, Inc.", "Lindenallee 3", "45127", "Essen", "DE", "PS") { Blocked = "All", Persons = ["Pia Proseware"] },
    ];

    private int _persons = 200;

    public void Load()
    {
        var company = 100;
        foreach (var customer in Customers)
        {
            LoadOne(customer, ContactNumber(++company));
        }

        // The next records by hand or by API are C100001 and CT000301.
        store.SetCounter(BusinessPartner.Customer.NumberSeries, 100_000);
        store.SetCounter(ContactRules.NumberSeries, 300);
    }

    private static string ContactNumber(int number) => "CT" + number.ToString("000000", CultureInfo.InvariantCulture);

    private static string MailName(string company) =>
        new([.. company.Split(' ', ',')[0].ToLowerInvariant().Where(char.IsAsciiLetter)]);

    private void LoadOne(CronusCustomer customer, string contactNumber)
    {
        var persons = customer.Persons.Select(name => (Number: ContactNumber(++_persons), Name: name)).ToList();
        PutCustomer(customer, persons);
        PutContact(customer, contactNumber, ContactTable.Company, customer.Name, contactNumber);
        rows.Put(
            RelationTable.Table, customer.Number, (RelationTable.ContactNumber, contactNumber), (RelationTable.LinkToTable, "Customer"),
            (RelationTable.Number, customer.Number));
        foreach (var (number, name) in persons)
        {
            PutContact(customer, number, ContactTable.Person, name, contactNumber);
        }
    }

    private void PutCustomer(CronusCustomer customer, List<(string Number, string Name)> persons)
    {
        rows.Put(
            CustomerTable.Table, customer.Number, (CustomerTable.Number, customer.Number), (CustomerTable.Name, customer.Name),
            (CustomerTable.Address, customer.Address), (CustomerTable.PostCode, customer.PostCode), (CustomerTable.City, customer.City),
            (CustomerTable.County, customer.County), (CustomerTable.Country, customer.Country),
            (CustomerTable.Phone, Phone(customer.Number)), (CustomerTable.Email, $"office@{MailName(customer.Name)}.example"),
            (CustomerTable.Website, $"https://{MailName(customer.Name)}.example"), (CustomerTable.Salesperson, customer.Salesperson),
            (CustomerTable.CreditLimit, customer.CreditLimit), (CustomerTable.Currency, customer.Currency),
            (CustomerTable.CurrencyId, BcRowWriter.IdOf(CurrencyTable.Table, customer.Currency)),
            (CustomerTable.PaymentTerms, customer.Terms),
            (CustomerTable.PaymentTermsId, BcRowWriter.IdOf(CodeTables.PaymentTerms, customer.Terms)),
            (CustomerTable.ShipmentMethod, customer.ShipmentMethod),
            (CustomerTable.ShipmentMethodId, BcRowWriter.IdOf(CodeTables.ShipmentMethod, customer.ShipmentMethod)),
            (CustomerTable.ShippingAgent, customer.Agent), (CustomerTable.PriceGroup, customer.PriceGroup),
            (CustomerTable.Blocked, customer.Blocked),
            (CustomerTable.PostingGroup, "DOMESTIC"),
            (CustomerTable.PrimaryContact, customer.HasPrimary ? persons[0].Number : ""),
            (CustomerTable.Contact, customer.HasPrimary ? persons[0].Name : ""));
    }

    private void PutContact(CronusCustomer customer, string number, string type, string name, string companyNumber)
    {
        var isPerson = type == ContactTable.Person;
        var words = name.Split(' ');
        rows.Put(
            ContactTable.Table, number, (ContactTable.Number, number), (ContactTable.Type, type), (ContactTable.Name, name),
            (ContactTable.FirstName, isPerson ? words[0] : ""), (ContactTable.Surname, isPerson ? words[^1] : ""),
            (ContactTable.CompanyNumber, companyNumber), (ContactTable.CompanyName, customer.Name),
            (ContactTable.Address, customer.Address),
            (ContactTable.PostCode, customer.PostCode), (ContactTable.City, customer.City), (ContactTable.County, customer.County),
            (ContactTable.Country, customer.Country), (ContactTable.Salesperson, customer.Salesperson),
            (ContactTable.Currency, customer.Currency), (ContactTable.Phone, Phone(isPerson ? number : customer.Number)),
            (ContactTable.Email, $"{(isPerson ? words[0].ToLowerInvariant() : "office")}@{MailName(customer.Name)}.example"),
            (ContactTable.Website, isPerson ? "" : $"https://{MailName(customer.Name)}.example"),
            (ContactTable.SearchName, name.ToUpperInvariant()));
    }

    private static string Phone(string number) => "+49 40 555 0" + number[^3..];
}
