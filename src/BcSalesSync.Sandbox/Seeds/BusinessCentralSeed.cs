using BcSalesSync.Sandbox.BusinessCentral.Schema;
using BcSalesSync.Sandbox.Store;

namespace BcSalesSync.Sandbox.Seeds;

// The Business Central half of every seed: the company, its set-up and, but for "empty", the master data.
internal sealed class BusinessCentralSeed(DataStore store, UnitOfWork work)
{
    public void Load(Seed seed)
    {
        var rows = new BcRowWriter(store, work, seed.Moment);
        LoadSetup(rows, seed.Moment);
        LoadSalesSetup(rows, seed.Kind);
        new FinanceRows(rows).Load();
        if (seed.Kind != SeedKind.Empty)
        {
            LoadCodes(rows);
            LoadCurrencies(rows, seed.Moment);
        }

        if (seed.Kind == SeedKind.Cronus)
        {
            new CronusCustomers(store, rows).Load();
            new CronusVendors(store, rows).Load();
            new CronusItems(store, rows, seed.Moment).Load();
            new CronusResources(store, rows).Load();
            new CronusPrices(store, rows, seed.Moment).Load();
            new CronusOpportunities(store, rows, seed.Moment).Load();
            new CronusInvoices(store, rows, seed.Moment).Load();
        }
        else if (seed.Kind == SeedKind.Scale)
        {
            new ScaleCustomers(store, rows).Load(seed.Count);
            new ScaleItems(store, rows, seed.Moment).Load(seed.Count);
        }
    }

    private static void LoadSetup(BcRowWriter rows, DateTimeOffset moment)
    {
        rows.Put(
            SetupTables.Company, "CRONUS", (SetupTables.Company["name"], SandboxWorld.CompanyName),
            (SetupTables.Company["displayName"], SandboxWorld.CompanyName), (SetupTables.Company["systemVersion"], "28.0.41210.0"));
        rows.Put(
            SetupTables.GeneralLedger, "SETUP", (SetupTables.LocalCurrency, "EUR"), (SetupTables.LocalCurrencySymbol, "€"));
        var information = SetupTables.CompanyInformation;
        rows.Put(
            information, "INFO", (information["displayName"], SandboxWorld.CompanyName), (information["country"], "DE"),
            (information["currentFiscalYearStartDate"], new DateOnly(moment.Year, 1, 1)));
        rows.Put(
            SetupTables.CustomerTemplate, "COMPANY", (SetupTables.CustomerTemplate["code"], "COMPANY"),
            (SetupTables.CustomerTemplate["customerPostingGroup"], "DOMESTIC"));
        var capability = SetupTables.Capability;
        rows.Put(
            capability, "APP", (capability["appVersion"], "1.0.0.0"), (capability["schemaVersion"], "1.0"),
            (capability["timeZone"], "W. Europe Standard Time"));
    }

    // A write-in product and a freight account where there are items.
    private static void LoadSalesSetup(BcRowWriter rows, SeedKind kind) => rows.Put(
        SalesSetupTable.Table, "SETUP", (SalesSetupTable.WriteInNumber, kind == SeedKind.Cronus ? CronusItems.WriteIn : ""),
        (SalesSetupTable.FreightAccount, kind == SeedKind.Cronus ? FinanceRows.Freight : ""));

    private static void LoadCodes(BcRowWriter rows)
    {
        foreach (var (code, name) in new[] { ("DE", "Germany"), ("GB", "Great Britain"), ("US", "USA"), ("SE", "Sweden"),
            ("FR", "France") })
        {
            rows.PutCode(CodeTables.Country, code, name);
        }

        LoadUnits(rows);
        LoadTerms(rows);
        rows.PutCode(CodeTables.ShipmentMethod, "FOB", "FOB");
        rows.PutCode(CodeTables.ShipmentMethod, "NOCHARGE", "No Charge");
        rows.PutCode(CodeTables.ShippingAgent, "DHL", "DHL");
        rows.PutCode(CodeTables.ShippingAgent, "FEDEX", "FedEx");
        rows.PutCode(CodeTables.ShippingAgent, "UPS", "UPS");
        rows.PutCode(CodeTables.ShippingAgent, "WILLCALL", "Will Call");
        PutSalesperson(rows, "JO", "Jim Olive", "jim@cronus.example", "+49 30 555 0101");
        PutSalesperson(rows, "PS", "Peter Saddow", "peter@cronus.example", "+49 30 555 0102");
        PutSalesperson(rows, "LT", "Linda Turner", "linda@cronus.example", "+49 30 555 0103");
    }

    private static void LoadUnits(BcRowWriter rows)
    {
        var table = CodeTables.UnitOfMeasure;
        foreach (var (code, name, standard) in new[]
        {
            ("BOX", "Box", "BX"), ("DAY", "Day", "DAY"), ("HOUR", "Hour", "HUR"), ("PCS", "Piece", "EA"), ("SET", "Set", "SET"),
        })
        {
            rows.Put(table, code, (table["code"], code), (table["displayName"], name), (table["internationalStandardCode"], standard));
        }
    }

    private static void LoadTerms(BcRowWriter rows)
    {
        var table = CodeTables.PaymentTerms;
        foreach (var (code, name, due) in new[]
        {
            ("NET30", "Net 30", "30D"), ("2%10NET30", "2% 10, Net 30", "30D"), ("NET45", "Net 45", "45D"), ("NET60", "Net 60", "60D"),
        })
        {
            var hasDiscount = code == "2%10NET30";
            rows.Put(
                table, code, (table["code"], code), (table["displayName"], name), (table["dueDateCalculation"], due),
                (table["discountDateCalculation"], hasDiscount ? "10D" : ""), (table["discountPercent"], hasDiscount ? 2m : 0m));
        }
    }

    private static void PutSalesperson(BcRowWriter rows, string code, string name, string email, string phone) => rows.Put(
        SalespersonTable.Table, code, (SalespersonTable.Code, code), (SalespersonTable.Name, name), (SalespersonTable.Email, email),
        (SalespersonTable.Phone, phone));

    // Rates: what 100 units cost in euro, twice, so that the newer one has to be chosen.
    private static void LoadCurrencies(BcRowWriter rows, DateTimeOffset moment)
    {
        var years = new[] { moment.Year - 1, moment.Year };
        foreach (var (code, name, symbol, prices) in new[]
        {
            ("USD", "US dollar", "$", new[] { 92.5m, 90.12m }), ("GBP", "Pound sterling", "£", [117.2m, 115.4m]),
            ("SEK", "Swedish krona", "kr", [8.7m, 8.95m]),
        })
        {
            rows.Put(
                CurrencyTable.Table, code, (CurrencyTable.Code, code), (CurrencyTable.Name, name), (CurrencyTable.Symbol, symbol),
                (CurrencyTable.DecimalPlaces, "2:2"), (CurrencyTable.RoundingPrecision, 0.01m));
            for (var i = 0; i < years.Length; i++)
            {
                rows.Put(
                    ExchangeRateTable.Table, $"{code}/{i}", (ExchangeRateTable.Currency, code),
                    (ExchangeRateTable.StartingDate, new DateOnly(years[i], 1, 1)), (ExchangeRateTable.Amount, 100m),
                    (ExchangeRateTable.RelationalAmount, prices[i]));
            }
        }
    }
}
