using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.BusinessCentral.Schema;

internal static class ContactTable
{
    public const string Company = "Company";
    public const string Person = "Person";

    public static readonly Column Number = new("number", ColumnType.Code, 20) { Caption = "No." };
    public static readonly Column Type = Column.Option("type", Company, Person);
    public static readonly Column Name = new("displayName", ColumnType.Text, 100) { Caption = "Name" };
    public static readonly Column CompanyNumber = new("companyNumber", ColumnType.Code, 20) { Caption = "Company No." };
    public static readonly Column CompanyName = Column.Text("companyName", 100);
    public static readonly Column FirstName = Column.Text("firstName", 30);
    public static readonly Column MiddleName = Column.Text("middleName", 30);
    public static readonly Column Surname = Column.Text("surname", 30);
    public static readonly Column Salutation = Column.Code("salutationCode", 10);
    public static readonly Column JobTitle = Column.Text("jobTitle", 30);
    public static readonly Column Address = Column.Text("addressLine1", 100);
    public static readonly Column Address2 = Column.Text("addressLine2", 50);
    public static readonly Column City = Column.Text("city", 30);
    public static readonly Column County = Column.Text("state", 30);
    public static readonly Column Country = new("country", ColumnType.Code, 10) { Caption = "Country/Region Code" };
    public static readonly Column PostCode = Column.Code("postalCode", 20);
    public static readonly Column Phone = Column.Text("phoneNumber", 30);
    public static readonly Column Mobile = Column.Text("mobilePhoneNumber", 30);
    public static readonly Column Fax = Column.Text("faxNumber", 30);
    public static readonly Column Pager = Column.Text("pager", 30);
    public static readonly Column Email = Column.Text("email", 80);
    public static readonly Column Website = Column.Text("website", 255);
    public static readonly Column SearchName = Column.Code("searchName", 100);
    public static readonly Column PrivacyBlocked = Column.Boolean("privacyBlocked");
    public static readonly Column TaxRegistration = Column.Text("taxRegistrationNumber", 50);
    public static readonly Column Salesperson = new("salespersonCode", ColumnType.Code, 20) { Caption = "Salesperson Code" };
    public static readonly Column Currency = new("currencyCode", ColumnType.Code, 10) { Caption = "Currency Code" };

    public static readonly Table Table = BcTable.Make(
        5050, "Contact", "contacts", Number, Number, Type, Name, CompanyNumber, CompanyName, FirstName, MiddleName, Surname, Salutation,
        JobTitle, Address, Address2, City, County, Country, PostCode, Phone, Mobile, Fax, Pager, Email, Website, SearchName,
        PrivacyBlocked, TaxRegistration, Salesperson, Currency);
}
