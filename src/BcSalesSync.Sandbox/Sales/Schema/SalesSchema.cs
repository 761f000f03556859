using BcSalesSync.Sandbox.Tables;

namespace BcSalesSync.Sandbox.Sales.Schema;

// The tables of the simulated organisation.
internal static class SalesSchema
{
    public static readonly SalesTable Organization = OrganizationTables.Organization();
    public static readonly SalesTable BusinessUnit = OrganizationTables.BusinessUnit();
    public static readonly SalesTable User = UserTable.Create();
    public static readonly SalesTable Team = TeamTable.Create();
    public static readonly SalesTable Currency = OrganizationTables.Currency();
    public static readonly SalesTable Company = OrganizationTables.Company();
    public static readonly SalesTable Account = AccountTable.Create();
    public static readonly SalesTable Contact = ContactTable.Create();
    public static readonly SalesTable Region = CustomTables.Region();
    public static readonly SalesTable UnitGroup = UnitTables.Group();
    public static readonly SalesTable Unit = UnitTables.Unit();
    public static readonly SalesTable Product = ProductTable.Create();
    public static readonly SalesTable PriceList = PriceTables.List();
    public static readonly SalesTable PriceLine = PriceTables.Line();
    public static readonly SalesTable Opportunity = OpportunityTable.Create();
    public static readonly SalesTable OpportunityClose = OpportunityTable.Close();
    public static readonly SalesTable Quote = QuoteTables.Header();
    public static readonly SalesTable QuoteLine = QuoteTables.Line();
    public static readonly SalesTable QuoteClose = QuoteTables.Close();
    public static readonly SalesTable Order = OrderTables.Header();
    public static readonly SalesTable OrderLine = OrderTables.Line();
    public static readonly SalesTable OrderClose = OrderTables.Close();
    public static readonly SalesTable Invoice = InvoiceTables.Header();
    public static readonly SalesTable InvoiceLine = InvoiceTables.Line();
    public static readonly SalesTable Note = NoteTables.Note();
    public static readonly SalesTable Post = NoteTables.Post();
    public static readonly SalesTable WallSetting = NoteTables.WallSetting();
    public static readonly SalesTable Statistics = StatisticsTable.Create();
    public static readonly SalesTable Option = OptionTables.InForce();
    public static readonly SalesTable Solution = PlatformTables.Solution();
    public static readonly SalesTable Message = PlatformTables.Message();
    public static readonly SalesTable MessageFilter = PlatformTables.MessageFilter();

    public static readonly IReadOnlyList<SalesTable> All =
    [
        Organization, BusinessUnit, User, Team, Currency, Company, Account, Contact, UnitGroup, Unit, Product, PriceList, PriceLine,
        Opportunity, OpportunityClose, Quote, QuoteLine, QuoteClose, Order, OrderLine, OrderClose, Invoice, InvoiceLine, Note, Post,
        WallSetting, Statistics, Option, Region, Solution, Message, MessageFilter,
    ];

    // Options that were inserted or renamed and wait to be published.
    public static readonly Table WaitingOption = OptionTables.Waiting(Option);

    private static readonly Dictionary<string, SalesTable> BySet = All.ToDictionary(table => table.SetName, StringComparer.Ordinal);
    private static readonly Dictionary<string, SalesTable> ByName = All.ToDictionary(table => table.Name, StringComparer.Ordinal);
    private static readonly Dictionary<Table, SalesTable> ByTable = All.ToDictionary(table => table.Table);

    public static SalesTable? FindSet(string setName) => BySet.GetValueOrDefault(setName);

    public static SalesTable? FindName(string logicalName) => ByName.GetValueOrDefault(logicalName);

    public static SalesTable Of(Table table) => ByTable[table];
}
