using static BcSalesSync.Sandbox.Sales.Schema.Field;

namespace BcSalesSync.Sandbox.Sales.Schema;

// What is sold: products, and the families they inherit from.
internal static class ProductTable
{
    public const int Active = 0;
    public const int Retired = 1;
    public const int Draft = 2;
    public const int UnderRevision = 3;

    public const int Product = 1;
    public const int Family = 2;
    public const int Bundle = 3;

    private const decimal HighestAmount = 1_000_000_000_000;
    private const decimal HighestQuantity = 1_000_000_000;

    public static SalesTable Create() => new("product", "products", "Product", Fields())
    {
        TypeCode = 1024,
        TakesMultiple = true,
    };

    private static IEnumerable<Field> Fields() =>
    [
        Lookup("defaultuomscheduleid", "uomschedule").OnDeletion(PointerFate.Refuses), Text("name", 100),
        Lookup("defaultuomid", "uom").OnDeletion(PointerFate.Refuses), Amount("price"), Text("productnumber", 100), Amount("currentcost"),
        Quantity("stockvolume"), Amount("standardcost"), Quantity("stockweight"), Quantity("quantityonhand"),
        Text("vendorpartnumber", 100), Text("vendorid", 100), Memo("description"),
        Pick("producttypecode", ChoiceSets.ProductType).Initially(1), Text("producturl", 250), Boolean("iskit"), Text("size", 200),
        Integer("quantitydecimal").Between(0, 5), Boolean("isstockitem"), Text("suppliername", 100), Text("vendorname", 100),
        DateOnly("validfromdate"), DateOnly("validtodate"), Lookup("bcbi_companyid", "bcbi_company", "bcbi_CompanyId"),
        Lookup("parentproductid", "product").CreateOnly().OnDeletion(PointerFate.Follows),
        Pick("productstructure", ChoiceSets.ProductStructure).Initially(Product).CreateOnly(),
        Lookup("pricelevelid", "pricelevel").UpdateOnly().OnDeletion(PointerFate.Refuses), Text("hierarchypath", 250).ReadOnly(),
        State(new Choice(Active, "Active"), new Choice(Retired, "Retired"), new Choice(Draft, "Draft"),
            new Choice(UnderRevision, "Under Revision")),
        Status(new Choice(0, "Draft", Draft), new Choice(1, "Active", Active), new Choice(2, "Retired", Retired),
            new Choice(3, "Under Revision", UnderRevision)),
        .. StandardFields.Currency(), .. StandardFields.Audit(), .. StandardFields.Process(),
    ];

    private static Field Amount(string name) => Money(name).Between(0, HighestAmount);

    private static Field Quantity(string name) => Decimal(name).Between(0, HighestQuantity);
}
