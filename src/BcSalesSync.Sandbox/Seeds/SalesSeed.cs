using System.Globalization;
using BcSalesSync.Sandbox.Sales;
using BcSalesSync.Sandbox.Sales.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Seeds;

// The Sales half of every seed: the organisation with its options, currency, company and users; accounts, contacts and what they may
// buy with "cronus" only.
internal sealed class SalesSeed
{
    private const string UnitName = "CRONUS";

    private readonly SalesRowWriter _rows;
    private readonly Seed _seed;
    private readonly InstalledSolutions _solutions;

    public SalesSeed(SalesOrganization organization, Seed seed, UnitOfWork work)
    {
        // The organisation stamps in whole seconds.
        var moment = new DateTimeOffset(seed.Moment.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
        _rows = new SalesRowWriter(organization, work, moment);
        _seed = seed;
        _solutions = organization.Solutions;
    }

    public void Load()
    {
        OptionSeed.Load(_rows);
        LoadOrganization();
        LoadPlatform();
        if (_seed.Kind != SeedKind.Empty)
        {
            LoadPeople();
        }

        if (_seed.Kind == SeedKind.Cronus)
        {
            new CronusAccounts(_rows).Load();
            new CronusCatalog(_rows).Load();
            new CronusDocuments(_rows, _seed.Moment).Load();
        }
    }

    private void LoadOrganization()
    {
        var euro = _rows.Put(
            SalesSchema.Currency, "EUR", ("isocurrencycode", "EUR"), ("currencyname", "EUR"), ("currencysymbol", "EUR"),
            ("exchangerate", 1m), ("currencyprecision", 2));
        var unit = _rows.Put(SalesSchema.BusinessUnit, SalesOrganization.RootBusinessUnit, ("name", UnitName));
        _rows.Put(
            SalesSchema.Organization, OrganizationId(), ("name", UnitName), ("basecurrencyid", euro), ("basecurrencysymbol", "EUR"),
            ("issopintegrationenabled", true), ("oobpricecalculationenabled", true),
            ("createproductswithoutparentinactivestate", false), ("expirechangetrackingindays", 7),
            ("currencydecimalprecision", 2), ("pricingdecimalprecision", 2), ("languagecode", 1033), ("maxproductsinbundle", 15));
        PutUser(SalesOrganization.Administrator, "Administrator", "User", "administrator@cronus.example", null);
        PutUser(
            SalesOrganization.IntegrationUser, "Integration", "User", "integration@cronus.example", null, ("isintegrationuser", true),
            ("accessmode", 4), ("applicationid", SeedIds.Of("sales/application")));
        _rows.Put(
            SalesSchema.Team, UnitName, ("name", UnitName), ("businessunitid", unit), ("teamtype", 0), ("isdefault", true),
            ("administratorid", SalesOrganization.Administrator));
        if (_solutions.BusinessCentral)
        {
            LoadCompany(unit);
        }
    }

    private void LoadCompany(Guid unit)
    {
        var team = _rows.Put(
            SalesSchema.Team, "BCI", ("name", "BCI - " + UnitName), ("businessunitid", unit), ("teamtype", 0),
            ("administratorid", SalesOrganization.Administrator));
        _rows.Put(
            SalesSchema.Company, "CRONUS", ("bcbi_externalid", SeedIds.Of("bc/Company/CRONUS").ToString("D")),
            ("bcbi_name", SandboxWorld.CompanyName), ("bcbi_defaultowningteam", team), ("ownerid", team));
    }

    // What begins anew is another organisation, although its other rows have the same ids as ever.
    private Guid OrganizationId() => SeedIds.Of(
        string.Create(CultureInfo.InvariantCulture, $"sales/organization/{_seed.Name}/{_seed.Moment.UtcTicks}"));

    private void LoadPlatform()
    {
        (string Name, string Title)[] businessCentral =
        [
            ("bcbi_CdsBaseIntegration", "Business Central Base Integration"),
            ("MicrosoftDynamicsNavIntegration", "Dynamics 365 Business Central Integration"),
        ];
        foreach (var (name, title) in businessCentral.Where(_ => _solutions.BusinessCentral).Append(("msdynce_Sales", "Sales")))
        {
            _rows.Put(
                SalesSchema.Solution, name, ("uniquename", name), ("friendlyname", title), ("version", "1.0.0.6"), ("ismanaged", true),
                ("installedon", _seed.Moment));
        }

        PutWall("account", "Account", 1, isOn: true);
        PutWall("salesorder", "Sales Order", 1088, isOn: false);
        foreach (var message in new[] { "CreateMultiple", "UpdateMultiple" })
        {
            var id = _rows.Put(SalesSchema.Message, message, ("name", message));
            foreach (var table in _solutions.Tables.Where(table => table.TakesMultiple))
            {
                _rows.Put(
                    SalesSchema.MessageFilter, $"{message}/{table.Name}", ("sdkmessageid", id), ("primaryobjecttypecode", table.Name));
            }
        }
    }

    private void PutWall(string table, string title, int type, bool isOn) => _rows.Put(
        SalesSchema.WallSetting, table, ("msdyn_entityname", table), ("msdyn_entitydisplayname", title), ("msdyn_otc", type),
        ("msdyn_configurewall", isOn), ("statecode", isOn ? 0 : 1));

    // The salespeople of Business Central under the same names, with other mails and phones.
    private void LoadPeople()
    {
        PutLicensed("JO", "Jim", "Olive", "+49 30 555 0201");
        PutLicensed("PS", "Peter", "Saddow", "+49 30 555 0202");
        PutLicensed("LT", "Linda", "Turner", "+49 30 555 0203");
        if (_seed.Kind == SeedKind.Cronus)
        {
            PutUser(
                SalesRowWriter.IdOf(SalesSchema.User, "FORMER"), "Former", "Colleague", "former.colleague@cronus.example", null,
                ("islicensed", true), ("isdisabled", true));
        }
    }

    private void PutLicensed(string key, string first, string last, string phone) => PutUser(
        SalesRowWriter.IdOf(SalesSchema.User, key), first, last, $"{first}.{last}@cronus.example".ToLowerInvariant(), phone,
        ("islicensed", true));

    private void PutUser(Guid id, string first, string last, string mail, string? phone, params (string Name, object? Value)[] more) =>
        _rows.Put(
            SalesSchema.User, id,
            [
                ("firstname", first), ("lastname", last), ("internalemailaddress", mail), ("domainname", mail), ("mobilephone", phone),
                ("businessunitid", SalesOrganization.RootBusinessUnit), 
                ("transactioncurrencyid", SalesRowWriter.IdOf(SalesSchema.Currency, "EUR")),
                .. more,
            ]);
}
