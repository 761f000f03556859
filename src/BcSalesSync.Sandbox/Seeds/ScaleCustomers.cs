using System.Globalization;
using BcSalesSync.Sandbox.BusinessCentral.Rules;
using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Seeds;

// Any number of customers, each with its company contact, every fifth with a person as well.
internal sealed class ScaleCustomers(DataStore store, BcRowWriter rows)
{
    private static readonly string[] Salespeople = ["JO", "PS", "LT"];
    private static readonly string[] Cities = ["Hamburg", "Munich", "Berlin", "Cologne", "Essen"];

    public void Load(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            LoadOne(i, count);
        }

        store.SetCounter(BusinessPartner.Customer.NumberSeries, count);
        store.SetCounter(ContactRules.NumberSeries, count + (count / 5));
    }

    private static string Numbered(string prefix, int number) => prefix + number.ToString("000000", CultureInfo.InvariantCulture);

    private void LoadOne(int i, int count)
    {
        var number = Numbered("C", i);
        var contact = Numbered(ContactRules.NumberPrefix, i);
        var name = Numbered("Customer ", i);
        var city = Cities[i % Cities.Length];
        var salesperson = Salespeople[i % Salespeople.Length];
        rows.Put(
            CustomerTable.Table, number, (CustomerTable.Number, number), (CustomerTable.Name, name), (CustomerTable.Address, $"Road {i}"),
            (CustomerTable.City, city), (CustomerTable.PostCode, "20457"), (CustomerTable.Country, "DE"),
            (CustomerTable.Phone, $"+49 40 555 {i:000000}"), (CustomerTable.Email, $"office@customer{i}.example"),
            (CustomerTable.Salesperson, salesperson), (CustomerTable.PostingGroup, "DOMESTIC"));
        PutContact(contact, ContactTable.Company, name, contact, name, city, salesperson, $"office@customer{i}.example");
        rows.Put(
            RelationTable.Table, number, (RelationTable.ContactNumber, contact), (RelationTable.LinkToTable, "Customer"),
            (RelationTable.Number, number));
        if (i % 5 == 0)
        {
            var person = Numbered(ContactRules.NumberPrefix, count + (i / 5));
            PutContact(person, ContactTable.Person, $"Person {number}", contact, name, city, salesperson, $"person@customer{i}.example");
        }
    }

    private void PutContact(
        string number, string type, string name, string companyNumber, string companyName, string city, string salesperson, string email)
    {
        var isPerson = type == ContactTable.Person;
        var words = name.Split(' ');
        rows.Put(
            ContactTable.Table, number, (ContactTable.Number, number), (ContactTable.Type, type), (ContactTable.Name, name),
            (ContactTable.FirstName, isPerson ? words[0] : ""), (ContactTable.Surname, isPerson ? words[1] : ""),
            (ContactTable.CompanyNumber, companyNumber), (ContactTable.CompanyName, companyName), (ContactTable.City, city),
            (ContactTable.Country, "DE"), (ContactTable.Salesperson, salesperson), (ContactTable.Email, email));
    }
}
